package lnschema_bionty;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A variable of an experiment, such as its assay or instrument. */
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
public class ExperimentalFactor extends OntologyRecord {
    protected ExperimentalFactor() {}

    /** A custom term that is not in an ontology. */
    public ExperimentalFactor(String name) {
        this(name, null);
    }

    public ExperimentalFactor(String name, @Nullable String ontologyId) {
        super(name, ontologyId);
    }
}
