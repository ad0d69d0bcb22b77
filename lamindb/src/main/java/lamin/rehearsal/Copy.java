package lamin.rehearsal;

import java.time.Duration;

/**
 * The copy used for a rehearsal.
 *
 * @param bytes its size before the deploy
 */
public record Copy(Way way, long bytes, Duration duration) {
    /** How a database was copied. */
    public enum Way {
        /** SQLite's own backup. */
        BACKUP,
        /** A PostgreSQL server's own copy. */
        TEMPLATE,
        /** {@code pg_dump} and {@code psql}. */
        DUMP
    }
}
