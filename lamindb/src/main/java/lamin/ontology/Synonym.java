package lamin.ontology;

/** Another name of a term. */
public record Synonym(String text, Scope scope) {

    /** How the meaning of a synonym relates to that of the term. */
    public enum Scope {
        /** The same. */
        EXACT,
        /** More specific. */
        NARROW,
        /** More general. */
        BROAD,
        /** Close; also of synonyms whose file does not say. */
        RELATED
    }
}
