package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A change of one file, with its complete text before and after. */
public sealed interface FileEdit {
    /** The path of the file before the change. */
    Path file();

    String before();

    String after();

    /** A new file. */
    record Create(Path file, String after) implements FileEdit {
        @Override
        public String before() {
            return "";
        }
    }

    /** New text for an existing file. */
    record Change(Path file, String before, String after) implements FileEdit {}

    /** New text and a new path for an existing file. */
    record Rename(Path file, Path target, String before, String after) implements FileEdit {}

    /** Whether the file is still as it was when the edit was computed. */
    default boolean isCurrent() {
        return switch (this) {
            case Create create -> !Files.exists(create.file());
            case Change change ->
                Files.exists(change.file()) && read(change.file()).equals(change.before());
            case Rename rename ->
                Files.exists(rename.file()) && read(rename.file()).equals(rename.before());
        };
    }

    /** An edit of a file's text. */
    static FileEdit change(Path file, UnaryOperator<String> edit) {
        var before = read(file);
        return new Change(file, before, edit.apply(before));
    }

    /** An edit of a file's text that also moves the file. */
    static FileEdit rename(Path file, Path target, UnaryOperator<String> edit) {
        var before = read(file);
        return new Rename(file, target, before, edit.apply(before));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The differing lines: removed ones begin with a minus, added ones with a plus. */
    default List<String> difference() {
        var old = before().lines().toList();
        var fresh = after().lines().toList();
        int start = commonLines(old, fresh);
        int end = commonLines(
                old.subList(start, old.size()).reversed(),
                fresh.subList(start, fresh.size()).reversed());
        var removed = old.subList(start, old.size() - end);
        var added = fresh.subList(start, fresh.size() - end);
        return removed.size() == added.size() ? byLine(removed, added) : byBlock(removed, added);
    }

    private static int commonLines(List<String> one, List<String> other) {
        int line = 0;
        while (line < Math.min(one.size(), other.size()) && one.get(line).equals(other.get(line))) {
            line++;
        }
        return line;
    }

    private static List<String> byLine(List<String> removed, List<String> added) {
        var lines = new ArrayList<String>();
        for (int line = 0; line < removed.size(); line++) {
            if (!removed.get(line).equals(added.get(line))) {
                lines.add("-" + removed.get(line));
                lines.add("+" + added.get(line));
            }
        }
        return lines;
    }

    private static List<String> byBlock(List<String> removed, List<String> added) {
        var lines = new ArrayList<String>();
        removed.forEach(line -> lines.add("-" + line));
        added.forEach(line -> lines.add("+" + line));
        return lines;
    }
}
