package lamin.schema.internal.sql;

/** A value of a database as an example for people: one line, and no longer than is read at a glance. */
public final class Sample {
    private static final int LONGEST = 60;

    private Sample() {}

    public static String of(String value) {
        var start = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
        return start.replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    }
}
