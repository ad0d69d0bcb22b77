package lamin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/** What a failure offers besides its message. */
public final class Refusals {
    private Refusals() {}

    /** A failure that has these remedies and no others. */
    public static Consumer<Throwable> offering(Remedy... remedies) {
        return failure ->
                assertThat(((LaminException) failure).remedies()).containsExactlyElementsOf(Arrays.asList(remedies));
    }

    /** A failure that advises that, among other words. */
    public static Consumer<Throwable> advising(String words) {
        return failure -> assertThat(((LaminException) failure).remedies())
                .extracting(Remedy::describe)
                .singleElement()
                .asString()
                .contains(words);
    }

    /** A failure that is about these. */
    public static Consumer<Throwable> about(Facts.Kind kind, String... names) {
        return failure -> assertThat(
                        (Collection<String>) ((LaminException) failure).facts().of(kind))
                .containsExactly(names);
    }
}
