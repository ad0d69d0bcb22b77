package lamin.ontology.format;

import java.util.Set;
import lamin.ontology.Synonym.Scope;
import org.jspecify.annotations.Nullable;

/** The properties of terms that are read, in the forms that files name them. */
final class Relations {
    static final String OBO = "http://purl.obolibrary.org/obo/";
    static final String OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";
    static final String DEFINITION = OBO + "IAO_0000115";
    static final String REPLACED_BY = OBO + "IAO_0100001";
    static final String CONSIDER = OBO_IN_OWL + "consider";
    static final String ALTERNATIVE_ID = OBO_IN_OWL + "hasAlternativeId";
    private static final Set<String> PART_OF = Set.of(
            "part_of", "BFO:0000050", "BFO_0000050", OBO + "BFO_0000050", OBO + "part_of", OBO_IN_OWL + "part_of");

    private Relations() {}

    static boolean isPartOf(String relation) {
        return PART_OF.contains(relation);
    }

    /** The scope of synonyms that a property, without its namespace, gives; null for other properties. */
    static @Nullable Scope synonymScope(String property) {
        return switch (property) {
            case "hasExactSynonym" -> Scope.EXACT;
            case "hasNarrowSynonym" -> Scope.NARROW;
            case "hasBroadSynonym" -> Scope.BROAD;
            case "hasRelatedSynonym", "hasSynonym" -> Scope.RELATED;
            default -> null;
        };
    }
}
