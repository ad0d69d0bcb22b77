package lamin.schema.ledger;

import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Retry;
import lamin.schema.module.ModuleInfo;
import lamin.schema.module.Script;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/**
 * The tables in which a database keeps what was applied to it. {@code migration_{module}} has Alembic's layout and is
 * the truth; {@code lamin_migration} is the history; {@code lamin_module} tells what is mounted. Writing happens in the
 * caller's transaction.
 */
public final class Ledger {
    private static final String PREFIX = LedgerSql.PREFIX;
    private static final String MODULES = "lamin_module";
    private static final String STAMPED = "stamped";

    private final Connection connection;
    private final Flavour flavour;
    private final LedgerSql statements;

    public Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        this.flavour = Flavour.of(connection);
        this.statements = new LedgerSql(flavour);
    }

    /** What the ledger says; all empty in a database without one. */
    public LedgerState read() throws SQLException {
        var tables = tables();
        var revisions = new TreeMap<String, Set<String>>();
        for (var table : tables) {
            if (table.startsWith(PREFIX)) {
                revisions.put(table.substring(PREFIX.length()), revisionsIn(table));
            }
        }
        var mounted = new TreeMap<String, MountedModule>();
        if (tables.contains(MODULES)) {
            Jdbc.query(
                    connection,
                    "SELECT name, version, coordinates FROM lamin_module",
                    row -> mounted.put(row.getString(1), new MountedModule(row.getString(2), row.getString(3))));
        }
        return new LedgerState(revisions, mounted);
    }

    /** The checksums of the migrations that the history has as applied or stamped, by revision. */
    public Map<String, String> checksums() throws SQLException {
        var checksums = new HashMap<String, String>();
        if (tables().contains("lamin_migration")) {
            Jdbc.query(
                    connection,
                    "SELECT revision, checksum FROM lamin_migration WHERE state <> '" + LedgerSql.RUNNING + "'",
                    row -> checksums.put(row.getString(1), row.getString(2)));
        }
        return checksums;
    }

    /**
     * The tables of the database that are the ledger's own; {@code migration_x} is when it has Alembic's one column and
     * no other. By their definitions {@link lamin.schema.module.TableOwners#isLedger} tells the same.
     */
    public List<String> tables() throws SQLException {
        var sql = switch (flavour) {
            case SQLITE -> """
                        SELECT m.name FROM sqlite_schema m
                        WHERE m.type = 'table' AND (m.name IN ('lamin_module', 'lamin_migration', 'lamin_content')
                          OR m.name LIKE 'migration\\_%' ESCAPE '\\'
                          AND (SELECT group_concat(c.name) FROM pragma_table_info(m.name) c) = 'version_num')""";
            // information_schema leaves out what the user may not read: it would look like a database without a ledger
            case POSTGRESQL -> """
                        SELECT t.relname FROM pg_class t
                        WHERE t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND t.relkind IN ('r', 'p')
                          AND (t.relname IN ('lamin_module', 'lamin_migration', 'lamin_content')
                          OR t.relname LIKE 'migration\\_%'
                          AND (SELECT string_agg(a.attname::text, ',') FROM pg_attribute a
                            WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) = 'version_num')""";
        };
        return Jdbc.query(connection, sql, row -> row.getString(1));
    }

    private Set<String> revisionsIn(String table) throws SQLException {
        return Set.copyOf(Jdbc.query(
                connection,
                "SELECT version_num FROM " + quote(table) + " WHERE version_num IS NOT NULL",
                row -> row.getString(1)));
    }

    /** Creates what is missing of the ledger's tables for these modules. */
    public void prepare(List<ModuleInfo> modules) throws SQLException {
        for (var statement : statements.prepare(modules)) {
            Jdbc.execute(connection, statement);
        }
    }

    /** Notes that a module is mounted in this version. */
    public void mount(ModuleInfo module) throws SQLException {
        mount(module.name(), new MountedModule(module.version(), module.coordinates()));
    }

    /** The same, where a version is left that is not the code's. */
    public void mount(String module, MountedModule mounted) throws SQLException {
        if (Jdbc.update(connection, statements.updateMounted(module, mounted)) == 0) {
            Jdbc.update(connection, statements.insertMounted(module, mounted, statements.time(Instant.now())));
        }
    }

    /** Notes that a module is no longer mounted; its revisions and its tables stay. */
    public void unmount(String module) throws SQLException {
        if (tables().contains(MODULES)) {
            Jdbc.update(connection, "DELETE FROM lamin_module WHERE name = " + literal(module));
        }
    }

    /** Takes out all that is noted of a module that has no tables any more. */
    public void forget(String module) throws SQLException {
        unmount(module);
        Jdbc.update(connection, "DELETE FROM lamin_migration WHERE module = " + literal(module));
        Jdbc.execute(connection, "DROP TABLE " + quote(PREFIX + module));
    }

    /**
     * Moves a module's head over one migration, by compare-and-set.
     *
     * @param from the current revisions of the module
     * @throws LaminException with {@code BUSY} if the head is not where the caller believed
     */
    public void advance(Script script, Set<String> from, Duration duration, String appliedBy, String engineVersion)
            throws SQLException {
        moveHead(script, from);
        writeHistory(script, LedgerSql.APPLIED, duration, appliedBy, engineVersion);
    }

    /**
     * Moves a module's head back over one migration, by compare-and-set, and takes it out of the history.
     *
     * @param parents those of its parents that nothing else goes on from any more
     * @throws LaminException with {@code BUSY} if the head is not where the caller believed
     */
    public void retreat(Script script, Set<String> parents) throws SQLException {
        moveHeadBack(script, List.copyOf(parents));
        Jdbc.update(connection, "DELETE FROM lamin_migration WHERE " + LedgerSql.row(script));
    }

    /**
     * Moves a module's head over a migration that was not run, as what it makes is there, by compare-and-set.
     *
     * @param from the current revisions of the module
     * @throws LaminException with {@code BUSY} if the head is not where the caller believed
     */
    public void stamp(Script script, Set<String> from, String stampedBy, String engineVersion) throws SQLException {
        moveHead(script, from);
        noteStamped(script, stampedBy, engineVersion);
    }

    /** Notes a migration that another tool ran. */
    public void noteStamped(Script script, String stampedBy, String engineVersion) throws SQLException {
        writeHistory(script, STAMPED, Duration.ZERO, stampedBy, engineVersion);
    }

    /** Notes a migration that runs outside a transaction before it begins. */
    public void begin(Script script, String appliedBy, String engineVersion) throws SQLException {
        writeHistory(script, LedgerSql.RUNNING, Duration.ZERO, appliedBy, engineVersion);
    }

    /** Whether a migration outside a transaction began and was not seen to end. */
    public boolean isRunning(Script script) throws SQLException {
        var sql = "SELECT state FROM lamin_migration WHERE " + LedgerSql.row(script);
        return Jdbc.query(connection, sql, row -> row.getString(1)).contains(LedgerSql.RUNNING);
    }

    private void moveHead(Script script, Set<String> from) throws SQLException {
        for (var move : statements.moveHead(script, from)) {
            requireOne(Jdbc.update(connection, move.statement()), script, move.believed());
        }
    }

    private void moveHeadBack(Script script, List<String> parents) throws SQLException {
        var table = quote(PREFIX + script.owner().module());
        var here = " WHERE version_num = " + literal(script.revision());
        var sql = parents.isEmpty()
                ? "DELETE FROM " + table + here
                : "UPDATE " + table + " SET version_num = " + literal(parents.getFirst()) + here;
        requireOne(Jdbc.update(connection, sql), script, "at revision " + script.revision());
        for (var parent : parents.stream().skip(1).toList()) {
            Jdbc.update(connection, "INSERT INTO " + table + " (version_num) VALUES (" + literal(parent) + ")");
        }
    }

    private static void requireOne(int rows, Script script, String believed) {
        if (rows != 1) {
            throw new LaminException(
                    ErrorCode.BUSY,
                    "module " + script.owner().module() + " is no longer " + believed
                            + ": somebody else deployed meanwhile",
                    new Retry());
        }
    }

    private void writeHistory(Script script, String state, Duration duration, String appliedBy, String engineVersion)
            throws SQLException {
        var time = statements.time(Instant.now());
        for (var statement : statements.history(script, state, duration, appliedBy, engineVersion, time)) {
            Jdbc.update(connection, statement);
        }
    }
}
