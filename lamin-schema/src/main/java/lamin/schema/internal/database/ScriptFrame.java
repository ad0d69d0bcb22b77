package lamin.schema.internal.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a script that the user runs with the database's own client.
 *
 * @param command the command that runs the file {@code SCRIPT} on the database {@code DATABASE}
 * @param isOneTransaction whether the whole deploy is one transaction, rather than each migration
 * @param note comments at the beginning of a deploy
 * @param begin the beginning of a transaction
 * @param check the last statements before the final COMMIT
 */
public record ScriptFrame(
        String command, boolean isOneTransaction, List<String> note, List<String> begin, List<String> check) {
    private static final String COMMIT = "COMMIT;";

    public ScriptFrame {
        note = List.copyOf(note);
        begin = List.copyOf(begin);
        check = List.copyOf(check);
    }

    /** The lines in their own transaction. */
    public List<String> inTransaction(List<String> lines) {
        var framed = new ArrayList<>(begin);
        framed.addAll(lines);
        framed.add(COMMIT);
        return framed;
    }

    /** The lines before the first statement of a deploy. */
    public List<String> first() {
        return isOneTransaction ? concat(note, begin) : note;
    }

    /** The lines after the last statement of a deploy. */
    public List<String> last() {
        return isOneTransaction ? concat(check, List.of(COMMIT)) : check;
    }

    /** The lines in one transaction, if a deploy has more than one. */
    public List<String> together(List<String> lines) {
        return isOneTransaction ? lines : inTransaction(lines);
    }

    private static List<String> concat(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
