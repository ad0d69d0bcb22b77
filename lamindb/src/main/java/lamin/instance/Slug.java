package lamin.instance;

import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The full name of an instance, {@code owner/name}. */
public record Slug(String owner, String name) implements Comparable<Slug> {
    /** Who owns an instance that was made without a login. */
    public static final String ANONYMOUS = "anonymous";

    /** It becomes part of a file name, {@code instance--owner--name.env}, on every system. */
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*");

    public Slug {
        check("owner", owner);
        check("name", name);
    }

    /** Reads {@code owner/name}, or {@code name} of the given owner. */
    public static Slug parse(String text, String defaultOwner) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Slug(defaultOwner, text) : new Slug(text.substring(0, slash), text.substring(slash + 1));
    }

    private static void check(String part, String text) {
        if (!ALLOWED.matcher(text).matches() || text.endsWith(".") || text.contains("--") || text.length() > 100) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the " + part + " of an instance is made of letters, digits, '_', '.' and single '-', found: '"
                            + text + "'\nchoose one with --name");
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
