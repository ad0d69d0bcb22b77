package lamin.ontology.registry;

import java.util.function.IntConsumer;

/**
 * How terms are imported.
 *
 * @param withObsolete whether obsolete terms are stored too
 * @param progress is told how many terms were read so far, from time to time
 */
public record ImportOptions(boolean withObsolete, IntConsumer progress) {
    public static final ImportOptions USUAL = new ImportOptions(false, terms -> {});
}
