package lamin.rehearsal;

import lamin.instance.DirectDatabase;
import lamin.instance.PostgresDatabase;
import lamin.instance.SqliteDatabase;
import lamin.schema.Notices;
import lamin.settings.Environment;

/** A database for a rehearsal, removed when it is closed or the JVM ends. */
sealed interface Scratch extends AutoCloseable permits SqliteScratch, PostgresScratch {

    /** An empty one that can hold a copy of the original. */
    static Scratch of(DirectDatabase original, Environment environment, Notices notices) {
        return switch (original) {
            case SqliteDatabase sqlite -> SqliteScratch.of(sqlite, environment.temporaryFolder());
            case PostgresDatabase postgres -> PostgresScratch.of(postgres, environment, notices);
        };
    }

    DirectDatabase database();

    /** Copies the original, which is only read. */
    Copy.Way fill(Progress progress);

    /** The size in bytes. */
    long bytes();

    @Override
    void close();
}
