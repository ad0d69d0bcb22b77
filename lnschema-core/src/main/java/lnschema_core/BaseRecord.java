package lnschema_core;

import jakarta.persistence.MappedSuperclass;

/**
 * What every record of a registry is. Ids, uids, times and authors that a caller did not give are null until the record
 * is saved; their accessors speak of a saved record.
 */
@MappedSuperclass
public abstract class BaseRecord {
    /** Fills what is still missing, before the first and every later save. Overriding methods call it first. */
    public void prepare(SaveContext context) {}

    /** One line for a person, such as {@code ULabel(id=1, uid="6YgRW4Ue", name="treated")}. */
    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
