package lamin.schema.internal.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a script that a person runs with the database's own program.
 *
 * @param command runs the file {@code SCRIPT} on the database {@code DATABASE}
 * @param isOneTransaction whether a whole deploy is one transaction, not each of its migrations
 * @param note what begins a deploy: comments
 * @param begin what begins a transaction
 * @param check what ends a deploy before its last COMMIT
 */
public record ScriptFrame(
        String command, boolean isOneTransaction, List<String> note, List<String> begin, List<String> check) {
    private static final String COMMIT = "COMMIT;";

    public ScriptFrame {
        note = List.copyOf(note);
        begin = List.copyOf(begin);
        check = List.copyOf(check);
    }

    /** The lines in a transaction of their own. */
    public List<String> inTransaction(List<String> lines) {
        var framed = new ArrayList<>(begin);
        framed.addAll(lines);
        framed.add(COMMIT);
        return framed;
    }

    /** What begins a deploy before its first statement. */
    public List<String> first() {
        return isOneTransaction ? concat(note, begin) : note;
    }

    /** What ends a deploy after its last statement. */
    public List<String> last() {
        return isOneTransaction ? concat(check, List.of(COMMIT)) : check;
    }

    /** What is done together, where a deploy has more than one transaction. */
    public List<String> together(List<String> lines) {
        return isOneTransaction ? lines : inTransaction(lines);
    }

    private static List<String> concat(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
