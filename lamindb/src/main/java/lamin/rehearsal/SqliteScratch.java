package lamin.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lamin.instance.SqliteDatabase;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** A file in a temporary folder that is inaccessible to other users. */
record SqliteScratch(SqliteDatabase original, SqliteDatabase database, Removal removal) implements Scratch {
    private static final Advice OTHER_FOLDER = new Advice("set TMPDIR to another folder");
    private static final long MEBIBYTE = 1 << 20;

    private static final int MOST_ATTEMPTS = 20;

    static SqliteScratch of(SqliteDatabase original, Path temporaryFolder) {
        try {
            refuseFullDisk(Files.size(original.file()), temporaryFolder);
            var folder = Files.createTempDirectory(temporaryFolder, "lamin-migrate-test-");
            var removal = Removal.of(() -> remove(folder));
            var file = Files.createTempFile(folder, "lamin-", ".db");
            var copy = new SqliteDatabase(file, original.patience(), original.notices());
            return new SqliteScratch(original, copy, removal);
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "no scratch database can be made below " + temporaryFolder + ": " + e,
                    List.of(OTHER_FOLDER),
                    e);
        }
    }

    /** Room for the copy, and as much again for a rebuilt table and the journal. */
    private static void refuseFullDisk(long bytes, Path folder) throws IOException {
        long needed = 2 * bytes;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the scratch database needs " + needed / MEBIBYTE + " MiB, and " + folder + " has "
                            + free / MEBIBYTE + " MiB left",
                    OTHER_FOLDER);
        }
    }

    @Override
    public Copy.Way fill(Progress progress) {
        original.copyTo(database, (remaining, pages) -> progress.at(pages - remaining, pages));
        return Copy.Way.BACKUP;
    }

    @Override
    public long bytes() {
        return database.file().toFile().length();
    }

    @Override
    public void close() {
        removal.close();
    }

    /** An interrupted deploy may create and remove its journal there meanwhile. */
    private static void remove(Path folder) {
        for (int attempt = 1; ; attempt++) {
            try {
                removeOnce(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new LaminException(
                            ErrorCode.FAILURE,
                            "the scratch database was left behind in " + folder,
                            List.of(new Advice("remove that folder")),
                            e);
                }
            }
        }
    }

    private static void removeOnce(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
