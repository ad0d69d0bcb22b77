package lnschema_bionty;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A term of an ontology. */
@MappedSuperclass
public abstract class OntologyRecord extends BioRecord {
    @Column(nullable = false)
    private String name;

    private @Nullable String ontologyId;

    protected OntologyRecord() {}

    protected OntologyRecord(String name, @Nullable String ontologyId) {
        this.name = name;
        this.ontologyId = ontologyId;
    }

    @Override
    protected String identity() {
        return ontologyId == null ? name : ontologyId;
    }

    public String name() {
        return name;
    }

    /** Its id in the ontology, such as {@code CL:0000084}; null for a custom term. */
    public @Nullable String ontologyId() {
        return ontologyId;
    }
}
