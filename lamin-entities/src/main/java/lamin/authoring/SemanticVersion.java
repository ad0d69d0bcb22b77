package lamin.authoring;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A version such as {@code 1.0.0} or {@code 1.0.0-rc1}. Source: Semantic Versioning 2.0.0; build metadata is ignored
 * because it does not affect the order.
 *
 * @param numbers major, minor, patch
 * @param preRelease the part after the hyphen; empty for a final release
 */
public record SemanticVersion(List<BigInteger> numbers, List<String> preRelease)
        implements Comparable<SemanticVersion> {
    private static final Pattern FORM =
            Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-([0-9A-Za-z]+(?:\\.[0-9A-Za-z]+)*))?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Comparator<String> BY_IDENTIFIER = Comparator.comparing(
                    (String part) -> !NUMBER.matcher(part).matches())
            .thenComparing(SemanticVersion::number)
            .thenComparing(Comparator.naturalOrder());

    public SemanticVersion {
        numbers = List.copyOf(numbers);
        preRelease = List.copyOf(preRelease);
    }

    /** Empty if the text is not a version. */
    public static Optional<SemanticVersion> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var numbers = IntStream.rangeClosed(1, 3)
                .mapToObj(matcher::group)
                .map(BigInteger::new)
                .toList();
        var preRelease = Optional.ofNullable(matcher.group(4));
        return Optional.of(new SemanticVersion(
                numbers, preRelease.map(parts -> List.of(parts.split("\\."))).orElse(List.of())));
    }

    /** The version of a release as named in scripts, {@code v1.0.0}. */
    public static Optional<SemanticVersion> ofRelease(String release) {
        return release.startsWith("v") ? parse(release.substring(1)) : Optional.empty();
    }

    /** {@code v1.0.0}. */
    public String release() {
        return "v" + this;
    }

    /** The form used in class names: {@code v1_0_0}. */
    public String identifier() {
        return release().toLowerCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int part = 0; part < numbers.size(); part++) {
            int order = numbers.get(part).compareTo(other.numbers.get(part));
            if (order != 0) {
                return order;
            }
        }
        return comparePreReleases(other);
    }

    /** A final release comes after all of its pre-releases. */
    private int comparePreReleases(SemanticVersion other) {
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        for (int part = 0; part < Math.min(preRelease.size(), other.preRelease.size()); part++) {
            int order = BY_IDENTIFIER.compare(preRelease.get(part), other.preRelease.get(part));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private static BigInteger number(String part) {
        return NUMBER.matcher(part).matches() ? new BigInteger(part) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        var release = numbers.get(0) + "." + numbers.get(1) + "." + numbers.get(2);
        return preRelease.isEmpty() ? release : release + "-" + String.join(".", preRelease);
    }
}
