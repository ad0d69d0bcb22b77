package lamin.ontology.registry;

import java.util.function.IntConsumer;

/**
 * How terms are imported.
 *
 * @param withObsolete whether obsolete terms are stored too
 * @param progress gets the number of terms that were read so far
 */
public record ImportOptions(boolean withObsolete, IntConsumer progress) {
    public static final ImportOptions USUAL = new ImportOptions(false, terms -> {});
}
