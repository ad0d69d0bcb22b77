package lamin.ontology;

import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the terms of a file, in its order. Memory does not depend on their number. Ids may repeat, and parents may be
 * terms that the file does not contain.
 */
public interface Terms extends AutoCloseable {
    /**
     * The next term; null at the end.
     *
     * @throws lamin.schema.LaminException with {@code FAILURE} if the file cannot be read; the message names the place and
     *     what was expected there
     */
    @Nullable
    Term next();

    @Override
    void close();

    /** The remaining terms. Closing the stream closes these terms. */
    default Stream<Term> stream() {
        return StreamSupport.stream(
                        new AbstractSpliterator<Term>(Long.MAX_VALUE, AbstractSpliterator.ORDERED) {
                            @Override
                            public boolean tryAdvance(Consumer<? super Term> action) {
                                var term = next();
                                if (term != null) {
                                    action.accept(term);
                                }
                                return term != null;
                            }
                        },
                        false)
                .onClose(this::close);
    }
}
