package lnschema_core;

import jakarta.persistence.MappedSuperclass;

/**
 * The base of every record of a registry. Ids, uids, times and authors that a caller did not set are null until the
 * record is saved; their accessors are for saved records.
 */
@MappedSuperclass
public abstract class BaseRecord {
    /** Sets missing values before the first and every later save. Overriding methods call it first. */
    public void prepare(SaveContext context) {}

    /** One line for a person, such as {@code ULabel(id=1, uid="6YgRW4Ue", name="treated")}. */
    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
