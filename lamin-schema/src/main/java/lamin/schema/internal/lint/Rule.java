package lamin.schema.internal.lint;

import java.util.Arrays;
import java.util.Optional;

/**
 * What lint looks for. Codes never change their meaning: {@code L1} data goes, {@code L2} PostgreSQL makes others wait,
 * {@code L3} programs of the version before fail, {@code L4} SQLite takes long, {@code L5} the way back is closed.
 */
public enum Rule {
    DROPPED_TABLE(
            "L101",
            Severity.WARNING,
            "a table goes with its rows",
            "release a version that no longer uses it first; deploy counts the rows and asks"),
    DROPPED_COLUMN(
            "L102",
            Severity.WARNING,
            "a column goes with its values",
            "release a version that no longer uses it first; deploy counts the values and asks"),
    NARROWED_TYPE(
            "L103",
            Severity.WARNING,
            "the new type cannot hold every value of the old one",
            "look for values that do not fit before; deploy refuses where there are any"),
    UNCHECKED_NARROWING(
            "L104",
            Severity.ERROR,
            "an expression converts to a type that cannot hold every value, and nobody compares",
            "leave using(...) out, or add a second column, fill it, compare, and drop the first in a later release"),
    UNCOUNTED_LOSS(
            "L105",
            Severity.ERROR,
            "SQL of the author's deletes rows, or drops what holds some, and nobody counts them",
            "say it by op.dropTable(...) or op.dropColumn(...), which deploy counts and asks about"),
    NARROWED_ENUM(
            "L106",
            Severity.WARNING,
            "rows may hold a constant that the enum no longer has",
            "say by op.execute(...) before what becomes of those rows; deploy fails where there are any"),
    REWRITTEN_TABLE(
            "L201",
            Severity.WARNING,
            "the change of type rewrites the table, and nobody reads or writes it meanwhile",
            "add a column of the new type, fill it in parts, and drop the old one in a later release"),
    NOT_NULL_ADDED(
            "L202",
            Severity.WARNING,
            "every row is read for SET NOT NULL, and nobody reads or writes the table meanwhile",
            "by op.execute(...) add CHECK (column IS NOT NULL) NOT VALID, and VALIDATE it in a migration of its own"
                    + " before; SET NOT NULL then reads no row"),
    COMPUTED_COLUMN_ADDED(
            "L203",
            Severity.WARNING,
            "the value of the new column is written into every row, and nobody reads or writes the table meanwhile",
            "add the column without a default, fill it in parts, then set the default"),
    FOREIGN_KEY_VALIDATED(
            "L204",
            Severity.WARNING,
            "the foreign key is compared with every row, and nobody writes to both tables meanwhile",
            "by op.execute(...) add it NOT VALID, with stateOnly() beside it, and VALIDATE it in a migration of its own"),
    CHECK_VALIDATED(
            "L205",
            Severity.WARNING,
            "the check is compared with every row, and nobody reads or writes the table meanwhile",
            "by op.execute(...) add it NOT VALID, with stateOnly() beside it, and VALIDATE it in a migration of its own"),
    BLOCKING_INDEX(
            "L206",
            Severity.WARNING,
            "the index is built while nobody writes to the table",
            "op.createIndex(...).concurrently() in a migration of its own with transactional = false"),
    BLOCKING_KEY(
            "L207",
            Severity.WARNING,
            "the index of the key is built while nobody reads or writes the table",
            "build a unique index concurrently in a migration of its own before, and add the key USING INDEX by"
                    + " op.execute(...) with stateOnly() beside it"),
    RENAMED_TABLE(
            "L301",
            Severity.WARNING,
            "programs of the version before no longer find the table",
            "stop them while this is deployed, or leave a view of the old name for one release"),
    RENAMED_COLUMN(
            "L302",
            Severity.WARNING,
            "programs of the version before no longer find the column",
            "stop them while this is deployed, or keep the name: @Column(name = ...)"),
    LARGE_REBUILD(
            "L401",
            Severity.WARNING,
            "SQLite copies a large table, and nobody writes to the database meanwhile",
            "deploy when nobody works, with as much free space on the disk as the table takes"),
    NO_WAY_BACK(
            "L501",
            Severity.WARNING,
            "what SQL or Java of the author's does is not undone by the downgrade",
            "undo it in the downgrade, or say there op.irreversible(\"why\")"),
    IRREVERSIBLE(
            "L502",
            Severity.WARNING,
            "the migration cannot be undone",
            "keep a copy of the database from before; write a downgrade where there is one");

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

    /** What happens, as a sentence without its full stop. */
    public String title() {
        return title;
    }

    /** What is safer. */
    public String alternative() {
        return alternative;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Whether it is about locks, which not every database has. */
    public boolean isAboutLocks() {
        return code.startsWith("L2");
    }

    /** Whether it is about data that may go. */
    public boolean isLossy() {
        return code.startsWith("L1");
    }
}
