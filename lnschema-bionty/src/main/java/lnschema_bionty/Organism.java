package lnschema_bionty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A species or strain. Genes, proteins and cell markers belong to one. */
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
public class Organism extends OntologyRecord {
    @Column(unique = true)
    private @Nullable String scientificName;

    protected Organism() {}

    /** A custom term that is not in an ontology. */
    public Organism(String name) {
        this(name, null);
    }

    public Organism(String name, @Nullable String ontologyId) {
        super(name, ontologyId);
    }

    public @Nullable String scientificName() {
        return scientificName;
    }

    public Organism scientificName(String scientificName) {
        this.scientificName = scientificName;
        return this;
    }
}
