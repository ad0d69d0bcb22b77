package lamin.schema.internal.module;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of a module, ordered by release: {@code 1.0.0-rc1} comes before {@code 1.0.0}, {@code 1.0.0.1} after it.
 *
 * @param numbers the three numbers
 * @param rest the text after the numbers, including the separator; usually empty
 */
public record ModuleVersion(List<BigInteger> numbers, String rest) implements Comparable<ModuleVersion> {
    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)((?:[.-].+)?)");
    private static final Comparator<ModuleVersion> ORDER = Comparator.comparing(
                    (ModuleVersion version) -> version.numbers.get(0))
            .thenComparing(version -> version.numbers.get(1))
            .thenComparing(version -> version.numbers.get(2))
            .thenComparingInt(ModuleVersion::stage)
            .thenComparing(ModuleVersion::rest);

    public ModuleVersion {
        numbers = List.copyOf(numbers);
    }

    /** Empty if the text is not a version such as {@code 1.0.0}. */
    public static Optional<ModuleVersion> parse(String text) {
        return TEXT.matcher(text)
                .results()
                .filter(match -> match.group().length() == text.length())
                .map(match -> new ModuleVersion(
                        List.of(
                                new BigInteger(match.group(1)),
                                new BigInteger(match.group(2)),
                                new BigInteger(match.group(3))),
                        match.group(4)))
                .findFirst();
    }

    /** Whether the first version is later than the second; false if either is not a version. */
    public static boolean isNewer(String one, String other) {
        return parse(one)
                .filter(version ->
                        parse(other).filter(than -> version.compareTo(than) > 0).isPresent())
                .isPresent();
    }

    private int stage() {
        return rest.isEmpty() ? 0 : rest.startsWith("-") ? -1 : 1;
    }

    @Override
    public int compareTo(ModuleVersion other) {
        return ORDER.compare(this, other);
    }
}
