package lamin.schema.internal.ledger;

import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Retry;
import lamin.schema.internal.checksum.Checksum;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.LedgerText;
import lamin.schema.internal.ledger.LedgerSql.HistoryRow;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.sql.Jdbc;

/**
 * The tables in which a database records what was applied to it. {@code migration_{module}} has Alembic's layout and is
 * authoritative; {@code lamin_migration} is the history; {@code lamin_module} lists the mounted modules. Writes happen
 * in the caller's transaction.
 */
public final class Ledger {
    private static final String PREFIX = LedgerSql.PREFIX;
    private static final String MODULES = "lamin_module";
    private static final String HISTORY = "lamin_migration";
    private static final String VERIFIED = "lamin_verified";
    private static final String STAMPED = "stamped";

    /** A little more than the number of builds of the same code that use one database between two deploys. */
    private static final int MOST_VERIFIED = 20;

    private final Connection connection;
    private final LedgerText text;
    private final LedgerSql statements;

    /** A migration that ran, the time it ended, and its duration. */
    public record Applied(Script script, Instant end, Duration duration) {}

    public Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        var system = DatabaseSystem.of(connection);
        this.text = system.ledgerText();
        this.statements = new LedgerSql(system);
    }

    /** The contents of the ledger; empty if the database has none. */
    public LedgerState read() throws SQLException {
        var tables = tables();
        if (tables.isEmpty()) {
            refuseSchemaBehind();
        }
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

    /** Refuses an empty schema that is first in the search path and hides a deployed one. */
    private void refuseSchemaBehind() throws SQLException {
        var query = text.schemasBehind();
        var schemas =
                query.isEmpty() ? List.<String>of() : Jdbc.query(connection, query.get(), row -> row.getString(1));
        if (!schemas.isEmpty()) {
            var current = connection.getSchema();
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "schema " + current + ", the first of the search_path, has no modules; those of schema "
                            + String.join(", ", schemas) + " are hidden behind it"
                            + "\nnothing was changed",
                    new Advice("ALTER ROLE ... SET search_path = " + schemas.getFirst() + " to use them, or = "
                            + current + " to deploy there"));
        }
    }

    /** The checksums of the migrations that the history lists as applied or stamped, by revision. */
    public Map<String, Checksum.Pair> checksums() throws SQLException {
        var checksums = new HashMap<String, Checksum.Pair>();
        if (tables().contains(HISTORY)) {
            Jdbc.query(
                    connection,
                    "SELECT revision, checksum, upgrade_checksum FROM lamin_migration WHERE state <> '"
                            + LedgerSql.RUNNING + "'",
                    row -> checksums.put(row.getString(1), new Checksum.Pair(row.getString(2), row.getString(3))));
        }
        return checksums;
    }

    /** The complete contents of the ledger as text; empty in a database without a place for {@link #noteVerified}. */
    public Optional<String> contents(LedgerState state) throws SQLException {
        if (!tables().containsAll(Set.of(HISTORY, VERIFIED))) {
            return Optional.empty();
        }
        var lines = new StringBuilder();
        state.revisions()
                .forEach((module, revisions) -> lines.append(module)
                        .append(' ')
                        .append(new TreeSet<>(revisions))
                        .append('\n'));
        state.mounted()
                .forEach((module, mounted) -> lines.append(module)
                        .append(' ')
                        .append(mounted.version())
                        .append('\n'));
        return Optional.of(lines + history());
    }

    /** The whole history in one row: reading a thousand rows would take longer than the rest of a startup. */
    private String history() throws SQLException {
        var line = "module || ' ' || revision || ' ' || checksum || ' ' || upgrade_checksum || ' ' || state";
        return String.valueOf(Jdbc.query(connection, text.history(line), row -> row.getString(1))
                .getFirst());
    }

    /** Whether code and ledger were recorded as in sync with this fingerprint. */
    public boolean isVerified(String fingerprint) throws SQLException {
        var sql = "SELECT fingerprint FROM lamin_verified WHERE fingerprint = " + literal(fingerprint);
        return !Jdbc.query(connection, sql, row -> row.getString(1)).isEmpty();
    }

    /** Records that code and ledger are in sync with this fingerprint; the oldest records are deleted. */
    public void noteVerified(String fingerprint) throws SQLException {
        Jdbc.update(
                connection,
                "INSERT INTO lamin_verified (fingerprint, verified_at) VALUES (" + literal(fingerprint) + ", "
                        + statements.time(Instant.now()) + ") ON CONFLICT (fingerprint) DO NOTHING");
        Jdbc.update(
                connection,
                "DELETE FROM lamin_verified WHERE fingerprint NOT IN (SELECT fingerprint FROM lamin_verified"
                        + " ORDER BY verified_at DESC LIMIT " + MOST_VERIFIED + ")");
    }

    /**
     * The ledger's own tables in the database; {@code migration_x} is one of them if its only column is Alembic's.
     * {@link lamin.schema.internal.module.TableOwners#isLedger} makes the same distinction by table definition.
     */
    public List<String> tables() throws SQLException {
        return Jdbc.query(connection, text.tables(), row -> row.getString(1));
    }

    private Set<String> revisionsIn(String table) throws SQLException {
        return Set.copyOf(Jdbc.query(
                connection,
                "SELECT version_num FROM " + quote(table) + " WHERE version_num IS NOT NULL",
                row -> row.getString(1)));
    }

    /** Creates the missing ledger tables for these modules. */
    public void prepare(List<ModuleInfo> modules) throws SQLException {
        for (var statement : statements.prepare(modules)) {
            Jdbc.execute(connection, statement);
        }
    }

    /** Records that a module is mounted in this version. */
    public void mount(ModuleHeader module) throws SQLException {
        mount(module.name(), new MountedModule(module.version(), module.coordinates()));
    }

    /** The same, for a version that is not the code's. */
    public void mount(String module, MountedModule mounted) throws SQLException {
        if (Jdbc.update(connection, statements.updateMounted(module, mounted)) == 0) {
            Jdbc.update(connection, statements.insertMounted(module, mounted, statements.time(Instant.now())));
        }
    }

    /** Records that a module is no longer mounted; its revisions and tables stay. */
    public void unmount(String module) throws SQLException {
        if (tables().contains(MODULES)) {
            Jdbc.update(connection, "DELETE FROM lamin_module WHERE name = " + literal(module));
        }
    }

    /** Deletes every record of a module that has no tables any more. */
    public void forget(String module) throws SQLException {
        unmount(module);
        Jdbc.update(connection, "DELETE FROM lamin_migration WHERE module = " + literal(module));
        Jdbc.execute(connection, "DROP TABLE " + quote(PREFIX + module));
    }

    /**
     * Moves the heads of a module, by compare-and-set.
     *
     * @param from the current revisions of the module
     * @throws LaminException with {@code BUSY} if the heads are not the ones that the caller expected
     */
    public void moveHeads(String module, Set<String> from, Set<String> to) throws SQLException {
        for (var move : statements.moveHeads(module, from, to)) {
            requireOne(Jdbc.update(connection, move.statement()), module, move.believed());
        }
    }

    /** Writes migrations of one module into the history as applied, replacing existing rows. */
    public void writeHistory(List<Applied> migrations, String appliedBy, String engineVersion) throws SQLException {
        write(migrations.stream()
                .map(applied -> new HistoryRow(
                        applied.script(),
                        LedgerSql.APPLIED,
                        applied.duration(),
                        appliedBy,
                        engineVersion,
                        statements.time(applied.end())))
                .toList());
    }

    /** Deletes migrations of one module from the history. */
    public void eraseHistory(List<Script> scripts) throws SQLException {
        for (var statement : statements.eraseHistory(scripts)) {
            Jdbc.update(connection, statement);
        }
    }

    /** Records a migration that another tool ran. */
    public void noteStamped(Script script, String stampedBy, String engineVersion) throws SQLException {
        write(List.of(row(script, STAMPED, stampedBy, engineVersion)));
    }

    /** Records a migration that runs outside a transaction, before it begins. */
    public void begin(Script script, String appliedBy, String engineVersion) throws SQLException {
        write(List.of(row(script, LedgerSql.RUNNING, appliedBy, engineVersion)));
    }

    private HistoryRow row(Script script, String state, String author, String engineVersion) {
        return new HistoryRow(script, state, Duration.ZERO, author, engineVersion, statements.time(Instant.now()));
    }

    private void write(List<HistoryRow> rows) throws SQLException {
        for (var statement : statements.history(rows)) {
            Jdbc.update(connection, statement);
        }
    }

    /** Whether a migration outside a transaction began and is not recorded as finished. */
    public boolean isRunning(Script script) throws SQLException {
        var sql = "SELECT state FROM lamin_migration WHERE " + LedgerSql.row(script);
        return Jdbc.query(connection, sql, row -> row.getString(1)).contains(LedgerSql.RUNNING);
    }

    private static void requireOne(int rows, String module, String believed) {
        if (rows != 1) {
            throw new LaminException(
                    ErrorCode.BUSY,
                    "module " + module + " is no longer " + believed + ": somebody else deployed in the meantime",
                    new Retry());
        }
    }
}
