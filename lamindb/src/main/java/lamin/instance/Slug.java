package lamin.instance;

import java.util.Optional;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.ChooseName;

/** The full name of an instance, {@code owner/name}. */
public record Slug(String owner, String name) implements Comparable<Slug> {
    /** The owner of an instance that was created without a login. */
    public static final String ANONYMOUS = "anonymous";

    /**
     * It becomes part of a file name, {@code instance--owner--name.env}, on every operating system, and of command
     * lines.
     */
    private static final Pattern ALLOWED = Pattern.compile(
            "[^\\p{Cntrl}/\\\\:*?\"<>|. -]([^\\p{Cntrl}/\\\\:*?\"<>|]{0,98}[^\\p{Cntrl}/\\\\:*?\"<>|. ])?");

    private static final Pattern FILE_NAME = Pattern.compile("instance--(.+?)--(.+)\\.env");

    public Slug {
        check("owner", owner, !owner.contains("--"));
        check("name", name, true);
    }

    /** Parses {@code owner/name}, or {@code name} of the given owner. */
    public static Slug parse(String text, String defaultOwner) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Slug(defaultOwner, text) : new Slug(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Parses the name of a settings file, {@code instance--owner--name.env}; empty for any other file. */
    public static Optional<Slug> ofFileName(String fileName) {
        var parts = FILE_NAME.matcher(fileName);
        return parts.matches() && isAllowed(parts.group(1)) && isAllowed(parts.group(2))
                ? Optional.of(new Slug(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    public String fileName() {
        return "instance--" + owner + "--" + name + ".env";
    }

    private static boolean isAllowed(String text) {
        return ALLOWED.matcher(text).matches();
    }

    private static void check(String part, String text, boolean fits) {
        if (!fits || !isAllowed(text)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the " + part
                            + " of an instance is at most 100 characters that a file name may have on every system,"
                            + " found: '" + text + "'",
                    new ChooseName());
        }
    }

    @Override
    public int compareTo(Slug other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
