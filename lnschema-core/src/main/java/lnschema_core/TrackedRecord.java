package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A record that records when it was created, by whom and in which run. */
@MappedSuperclass
public abstract class TrackedRecord extends SqlRecord {
    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User createdBy;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Run run;

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (createdAt == null) {
            createdAt = context.now();
        }
        if (createdBy == null) {
            createdBy = context.user();
        }
        if (run == null) {
            run = context.run();
        }
    }

    public Instant createdAt() {
        return createdAt;
    }

    public User createdBy() {
        return createdBy;
    }

    /** The run in which it was created. */
    public @Nullable Run run() {
        return run;
    }

    public void run(Run run) {
        this.run = run;
    }
}
