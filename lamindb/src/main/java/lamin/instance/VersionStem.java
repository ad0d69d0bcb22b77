package lamin.instance;

/** What the uids of all versions of a record begin with; the number of the version in four base62 digits follows it. */
public record VersionStem(String text) {
    /** How many characters of a uid are the number of the version. */
    public static final int DIGITS = 4;

    private static final String FIRST = "0000";

    /**
     * The stem of a version.
     *
     * @throws IllegalArgumentException if the uid is too short for a version
     */
    public static VersionStem of(String uid) {
        if (uid.length() <= DIGITS) {
            throw new IllegalArgumentException("not the uid of a version: " + uid);
        }
        return new VersionStem(uid.substring(0, uid.length() - DIGITS));
    }

    /** The uid of the first version of a new record. */
    public static String first(int length) {
        return Base62.random(length) + FIRST;
    }

    /** The uid of the version after the last one. */
    public static String next(String last) {
        var stem = of(last).text;
        return stem + Base62.increment(last.substring(stem.length()));
    }

    /**
     * The SQL condition that a uid has this stem, with question marks for {@link #parameters}. The range is for the index: in
     * the order of many languages, z is before Z and both are one letter. For the same reason, versions are sorted in Java.
     */
    public String condition(String column) {
        return "%1$s >= ? and (%1$s <= ? or %1$s <= ?) and length(%1$s) = %2$d and substr(%1$s, 1, %3$d) = ?"
                .formatted(column, text.length() + DIGITS, text.length());
    }

    public Object[] parameters() {
        return new Object[] {text + FIRST, text + "zzzz", text + "ZZZZ", text};
    }

    @Override
    public String toString() {
        return text;
    }
}
