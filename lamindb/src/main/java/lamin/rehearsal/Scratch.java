package lamin.rehearsal;

import lamin.instance.Database;
import lamin.instance.PostgresDatabase;
import lamin.instance.SqliteDatabase;
import lamin.schema.Notices;
import lamin.settings.Environment;

/** A database for a rehearsal; closing it, or the end of the JVM, removes it. */
sealed interface Scratch extends AutoCloseable permits SqliteScratch, PostgresScratch {

    /** One that this original will fit into, empty. */
    static Scratch of(Database original, Environment environment, Notices notices) {
        return switch (original) {
            case SqliteDatabase sqlite -> SqliteScratch.of(sqlite, environment.temporaryFolder());
            case PostgresDatabase postgres -> PostgresScratch.of(postgres, environment, notices);
        };
    }

    Database database();

    /** Copies the original, which is only read. */
    Copy.Way fill(Progress progress);

    /** How large it is. */
    long bytes();

    @Override
    void close();
}
