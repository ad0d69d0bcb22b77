package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Retry;

/** Edits of several files, applied all or nothing. */
public record FileEdits(List<FileEdit> edits) {
    public FileEdits {
        edits = List.copyOf(edits);
    }

    /** Applies the edits. */
    public void apply() {
        applyAnd(() -> {});
    }

    /**
     * Applies the edits and runs a test; if anything fails, every file is restored. Two processes take turns, and the second is
     * refused if the first changed a file that it had read.
     */
    public void applyAnd(Runnable test) {
        ProjectLock.holding(edits, () -> {
            refuseOutdated();
            make(test);
        });
    }

    private void refuseOutdated() {
        for (var edit : edits) {
            if (!edit.isCurrent()) {
                throw new LaminException(
                        ErrorCode.BUSY,
                        "nothing was written: " + edit.file()
                                + " was changed meanwhile, by another process or an editor",
                        new Retry());
            }
        }
    }

    private void make(Runnable test) {
        var made = new ArrayDeque<FileEdit>();
        try {
            for (var edit : edits) {
                make(edit);
                made.push(edit);
            }
            test.run();
        } catch (IOException e) {
            takeBack(made, e);
            throw new LaminException(
                    ErrorCode.FAILURE, "nothing was written, as a file cannot be: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            takeBack(made, e);
            throw e;
        }
    }

    private static void make(FileEdit edit) throws IOException {
        switch (edit) {
            case FileEdit.Create(var file, var after) -> create(file, after);
            case FileEdit.Change(var file, var ignored, var after) -> replace(file, after);
            case FileEdit.Rename(var file, var target, var ignored, var after) -> move(file, target, after);
        }
    }

    private static void takeBack(Deque<FileEdit> made, Throwable cause) {
        for (var edit : made) {
            try {
                switch (edit) {
                    case FileEdit.Create(var file, var ignored) -> Files.deleteIfExists(file);
                    case FileEdit.Change(var file, var before, var ignored) -> replace(file, before);
                    case FileEdit.Rename(var file, var target, var before, var ignored) -> move(target, file, before);
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static void create(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static void move(Path from, Path to, String text) throws IOException {
        Files.move(from, to);
        try {
            replace(to, text);
        } catch (IOException e) {
            Files.move(to, from);
            throw e;
        }
    }

    /** Atomically, and with the permissions of the existing file. */
    private static void replace(Path file, String text) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
