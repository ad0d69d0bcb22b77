package lnschema_core;

import static jakarta.persistence.GenerationType.IDENTITY;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row that links records of two registries. */
@MappedSuperclass
public abstract class Link extends BaseRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Long id;

    public Long id() {
        return id;
    }
}
