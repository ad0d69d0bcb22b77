package lamin.ontology.registry;

import java.util.List;

/**
 * What an import did.
 *
 * @param added the number of new records
 * @param known the number of terms that were in the registry before
 * @param parents the number of new links to parents
 * @param obsolete the number of obsolete terms that were left out
 * @param refused terms that cannot be stored, with the reason
 */
public record ImportResult(int added, int known, int parents, int obsolete, List<String> refused) {
    public ImportResult {
        refused = List.copyOf(refused);
    }
}
