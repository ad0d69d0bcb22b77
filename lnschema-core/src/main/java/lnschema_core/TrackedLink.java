package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A link that also records the run in which it was created. */
@MappedSuperclass
public abstract class TrackedLink extends AuthoredLink {
    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Run run;

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (run == null) {
            run = context.run();
        }
    }

    /** The run in which it was created. */
    public @Nullable Run run() {
        return run;
    }

    public void run(Run run) {
        this.run = run;
    }
}
