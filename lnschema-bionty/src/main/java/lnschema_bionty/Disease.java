package lnschema_bionty;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A disease. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"name", "ontology_id"}),
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "ontology_id"),
            @Index(columnList = "synonyms"),
            @Index(columnList = "description"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Disease extends OntologyRecord {
    protected Disease() {}

    /** A custom term that is not in an ontology. */
    public Disease(String name) {
        this(name, null);
    }

    public Disease(String name, @Nullable String ontologyId) {
        super(name, ontologyId);
    }
}
