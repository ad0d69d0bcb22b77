package lnschema_bionty;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A population or ethnic group that a donor belongs to. */
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
public class Ethnicity extends OntologyRecord {
    protected Ethnicity() {}

    /** A custom term that is not in an ontology. */
    public Ethnicity(String name) {
        this(name, null);
    }

    public Ethnicity(String name, @Nullable String ontologyId) {
        super(name, ontologyId);
    }
}
