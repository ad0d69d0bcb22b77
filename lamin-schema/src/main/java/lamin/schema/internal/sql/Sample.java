package lamin.schema.internal.sql;

/** Formats a value of a database as an example for the user: in one line, short enough to read at a glance. */
public final class Sample {
    private static final int LONGEST = 60;

    private Sample() {}

    public static String of(String value) {
        var start = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
        return start.replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    }
}
