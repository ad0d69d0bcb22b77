package lamin.mappings;

import java.util.Optional;

/**
 * What became of a feature with one version of Hibernate.
 *
 * @param refusal the reader's message; empty if it has read the entities
 */
record Result(Trial trial, String refusal, Place postgresql, Place sqlite) {
    /** On one database. */
    record Place(Outcome outcome, String columns, String columnsOfHibernate) {}

    /** How it differs from what its source says; empty if it does not. */
    Optional<String> mistake() {
        var found = isRefused()
                ? "refused: " + refusal
                : "PostgreSQL " + postgresql.outcome() + "; SQLite " + sqlite.outcome();
        return isAsExpected()
                ? Optional.empty()
                : Optional.of(trial.title() + ": expected " + (trial.expected().isEmpty() ? "done" : trial.expected())
                        + ", found " + found);
    }

    private boolean isAsExpected() {
        if (trial.isRefused()) {
            return isRefused() && !refusal.startsWith("failure");
        }
        boolean onPostgresql = postgresql.outcome().isDone() != trial.isUnsupported();
        boolean onSqlite = sqlite.outcome().isDone() != (trial.isUnsupported() || trial.isOnlyOnPostgresql());
        return !isRefused() && onPostgresql && onSqlite;
    }

    private boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** A word for the page. */
    String word() {
        return trial.isRefused()
                ? "refused"
                : trial.isOnlyOnPostgresql() ? "PostgreSQL" : trial.isUnsupported() ? "no" : "yes";
    }
}
