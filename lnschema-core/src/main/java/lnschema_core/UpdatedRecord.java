package lnschema_core;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;

/** A tracked record that also records when it was last saved. */
@MappedSuperclass
public abstract class UpdatedRecord extends TrackedRecord {
    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant updatedAt;

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        updatedAt = context.now();
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
