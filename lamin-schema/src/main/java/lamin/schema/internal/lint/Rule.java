package lamin.schema.internal.lint;

import java.util.Arrays;
import java.util.Optional;

/**
 * The lint rules. Codes never change their meaning: {@code L1} data is lost, {@code L2} PostgreSQL blocks other
 * sessions, {@code L3} programs of the previous version fail, {@code L4} SQLite takes long, {@code L5} a downgrade is
 * impossible.
 */
public enum Rule {
    DROPPED_TABLE(
            "L101",
            Severity.WARNING,
            "a table is dropped with its rows",
            "release a version that no longer uses it first; deploy counts the rows and asks"),
    DROPPED_COLUMN(
            "L102",
            Severity.WARNING,
            "a column is dropped with its values",
            "release a version that no longer uses it first; deploy counts the values and asks"),
    NARROWED_TYPE(
            "L103",
            Severity.WARNING,
            "the new type cannot hold every value of the old one",
            "look for values that do not fit first; deploy refuses if it finds any"),
    UNCHECKED_NARROWING(
            "L104",
            Severity.ERROR,
            "an expression converts to a type that cannot hold every value, without a comparison",
            "leave using(...) out, or add a second column, fill it, compare, and drop the first in a later release"),
    UNCOUNTED_LOSS(
            "L105",
            Severity.ERROR,
            "custom SQL deletes rows, or drops tables or columns that hold some, without counting them",
            "use op.dropTable(...) or op.dropColumn(...), for which deploy counts the rows and asks"),
    NARROWED_ENUM(
            "L106",
            Severity.WARNING,
            "rows may hold a constant that the enum no longer has",
            "change those rows first with op.execute(...); deploy fails if there are any"),
    REWRITTEN_TABLE(
            "L201",
            Severity.WARNING,
            "the change of type rewrites the table; readers and writers wait",
            "add a column of the new type, fill it in batches, and drop the old one in a later release"),
    NOT_NULL_ADDED(
            "L202",
            Severity.WARNING,
            "SET NOT NULL reads every row; readers and writers wait",
            "add CHECK (column IS NOT NULL) NOT VALID with op.execute(...) and VALIDATE it in an earlier migration;"
                    + " SET NOT NULL then reads no rows"),
    COMPUTED_COLUMN_ADDED(
            "L203",
            Severity.WARNING,
            "the value of the new column is written into every row; readers and writers wait",
            "add the column without a default, fill it in batches, then set the default"),
    FOREIGN_KEY_VALIDATED(
            "L204",
            Severity.WARNING,
            "the foreign key is checked for every row; writers of both tables wait",
            "add it NOT VALID with op.execute(...) and stateOnly(), and VALIDATE it in a separate migration"),
    CHECK_VALIDATED(
            "L205",
            Severity.WARNING,
            "the check is evaluated for every row; readers and writers wait",
            "add it NOT VALID with op.execute(...) and stateOnly(), and VALIDATE it in a separate migration"),
    BLOCKING_INDEX(
            "L206",
            Severity.WARNING,
            "writers of the table wait while the index is built",
            "use op.createIndex(...).concurrently() in a separate migration with transactional = false"),
    BLOCKING_KEY(
            "L207",
            Severity.WARNING,
            "readers and writers of the table wait while the index of the key is built",
            "build a unique index concurrently in an earlier migration, and add the key USING INDEX with"
                    + " op.execute(...) and stateOnly()"),
    RENAMED_TABLE(
            "L301",
            Severity.WARNING,
            "programs of the previous version no longer find the table",
            "stop them while this is deployed, or create a view with the old name for one release"),
    RENAMED_COLUMN(
            "L302",
            Severity.WARNING,
            "programs of the previous version no longer find the column",
            "stop them while this is deployed, or keep the name: @Column(name = ...)"),
    LARGE_REBUILD(
            "L401",
            Severity.WARNING,
            "SQLite copies a large table; writers of the database wait",
            "deploy at a quiet time, with as much free disk space as the table occupies"),
    NO_WAY_BACK(
            "L501",
            Severity.WARNING,
            "the downgrade does not undo custom SQL or Java",
            "undo it in the downgrade, or declare op.irreversible(\"why\")"),
    IRREVERSIBLE(
            "L502",
            Severity.WARNING,
            "the migration cannot be undone",
            "keep a copy of the database first, or write a downgrade if there is one");

    private final String code;
    private final Severity severity;
    private final String title;
    private final String alternative;

    Rule(String code, Severity severity, String title, String alternative) {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.alternative = alternative;
    }

    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** The consequence, as a sentence without the full stop. */
    public String title() {
        return title;
    }

    /** The safer alternative. */
    public String alternative() {
        return alternative;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Whether the rule is about locks, which not every database has. */
    public boolean isAboutLocks() {
        return code.startsWith("L2");
    }

    /** Whether the rule is about data loss. */
    public boolean isLossy() {
        return code.startsWith("L1");
    }
}
