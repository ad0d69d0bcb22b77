package lamin.schema.internal.ledger;

import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.sql.SqlTokens;

/** The statements that write the ledger, used by {@link Ledger} and by scripts that run without this engine. */
public record LedgerSql(DatabaseSystem system) {
    /** The state of a migration that is recorded as finished. */
    public static final String APPLIED = "applied";

    /** The state of a migration outside a transaction that is not recorded as finished. */
    public static final String RUNNING = "running";

    static final String PREFIX = "migration_";

    /** The number of rows per statement; more would not be faster. */
    private static final int MOST_ROWS = 100;

    /**
     * A statement that changes exactly one row if a module is at the expected revision.
     *
     * @param believed the expected revision
     */
    public record HeadMove(String statement, String believed) {}

    /**
     * A migration in the history.
     *
     * @param time of its end, as an SQL expression
     */
    public record HistoryRow(
            Script script, String state, Duration duration, String appliedBy, String engineVersion, String time) {}

    /** The statements that create the missing ledger tables for these modules. */
    public List<String> prepare(List<ModuleInfo> modules) {
        var statements = new ArrayList<String>();
        statements.add("""
                CREATE TABLE IF NOT EXISTS lamin_migration (module VARCHAR(64) NOT NULL, revision VARCHAR(32) NOT NULL,
                release VARCHAR(64) NOT NULL, checksum VARCHAR(80) NOT NULL, upgrade_checksum VARCHAR(80) NOT NULL,
                state VARCHAR(16) NOT NULL,
                applied_at %s NOT NULL, applied_by VARCHAR(255) NOT NULL, duration_ms BIGINT NOT NULL,
                engine_version VARCHAR(64) NOT NULL, PRIMARY KEY (module, revision))""".formatted(timeType()));
        statements.add("""
                CREATE TABLE IF NOT EXISTS lamin_module (name VARCHAR(64) NOT NULL PRIMARY KEY,
                coordinates TEXT NOT NULL, version VARCHAR(64) NOT NULL, mounted_at %s NOT NULL)""".formatted(timeType()));
        statements.add("""
                CREATE TABLE IF NOT EXISTS lamin_verified (fingerprint VARCHAR(64) NOT NULL PRIMARY KEY,
                verified_at %s NOT NULL)""".formatted(timeType()));
        modules.forEach(module -> statements.add(createVersionTable(module.name())));
        return statements;
    }

    /** Exactly as Alembic writes it, so that its comparison of schemas finds nothing. */
    private static String createVersionTable(String module) {
        var table = PREFIX + module;
        return "CREATE TABLE IF NOT EXISTS " + table + " (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT " + table
                + "_pkc PRIMARY KEY (version_num)\n)";
    }

    public String updateMounted(String module, MountedModule mounted) {
        var version = literal(mounted.version());
        var coordinates = literal(mounted.coordinates());
        return "UPDATE lamin_module SET version = " + version + ", coordinates = " + coordinates + " WHERE name = "
                + literal(module) + " AND (version <> " + version + " OR coordinates <> " + coordinates + ")";
    }

    /** The statement that records a module for the first time. */
    public String insertMounted(String module, MountedModule mounted, String time) {
        var name = literal(module);
        return "INSERT INTO lamin_module (name, coordinates, version, mounted_at) SELECT " + name + ", "
                + literal(mounted.coordinates()) + ", " + literal(mounted.version()) + ", " + time
                + " WHERE NOT EXISTS (SELECT 1 FROM lamin_module WHERE name = " + name + ")";
    }

    /** The statements that move the heads of a module from one set of revisions to another. */
    public List<HeadMove> moveHeads(String module, Set<String> from, Set<String> to) {
        var table = versionTable(module);
        var gone = sorted(from, to);
        var added = sorted(to, from);
        var moves = new ArrayList<HeadMove>();
        int paired = Math.min(gone.size(), added.size());
        for (int i = 0; i < paired; i++) {
            var old = gone.get(i);
            moves.add(new HeadMove(
                    "UPDATE " + table + " SET version_num = " + literal(added.get(i)) + " WHERE version_num = "
                            + literal(old),
                    "at revision " + old));
        }
        for (var old : gone.subList(paired, gone.size())) {
            moves.add(new HeadMove(
                    "DELETE FROM " + table + " WHERE version_num = " + literal(old), "at revision " + old));
        }
        for (int i = paired; i < added.size(); i++) {
            int heads = from.size() + i - paired;
            moves.add(new HeadMove(
                    "INSERT INTO " + table + " (version_num) SELECT " + literal(added.get(i))
                            + " WHERE (SELECT count(*) FROM " + table + ") = " + heads,
                    "with " + heads + " heads"));
        }
        return moves;
    }

    /** The revisions that are not among the others, sorted. */
    private static List<String> sorted(Set<String> revisions, Set<String> others) {
        return revisions.stream()
                .filter(revision -> !others.contains(revision))
                .sorted()
                .toList();
    }

    /** A statement that fails if the head is not at the migration, for callers that do not count changed rows. */
    public String requireHead(Script script) {
        var table = versionTable(script.owner().module());
        return "INSERT INTO " + table + " (version_num) SELECT NULL WHERE NOT EXISTS (SELECT 1 FROM " + table
                + " WHERE version_num = " + literal(script.revision()) + ")";
    }

    /** The statements that write migrations of one module into the history. */
    public List<String> history(List<HistoryRow> rows) {
        var statements = new ArrayList<>(
                eraseHistory(rows.stream().map(HistoryRow::script).toList()));
        chunks(rows)
                .forEach(chunk -> statements.add(
                        "INSERT INTO lamin_migration (module, revision, release, checksum, upgrade_checksum, state, applied_by,"
                                + " engine_version, applied_at, duration_ms) VALUES "
                                + chunk.stream().map(LedgerSql::values).collect(Collectors.joining(", "))));
        return statements;
    }

    /** The statements that delete migrations of one module from the history. */
    public List<String> eraseHistory(List<Script> scripts) {
        return chunks(scripts).map(LedgerSql::delete).toList();
    }

    private static String delete(List<Script> scripts) {
        var revisions =
                scripts.stream().map(script -> literal(script.revision())).collect(Collectors.joining(", "));
        return "DELETE FROM lamin_migration WHERE module = "
                + literal(scripts.getFirst().owner().module()) + " AND revision IN (" + revisions + ")";
    }

    private static String values(HistoryRow row) {
        var script = row.script();
        var checksum = script.checksums();
        return Stream.of(
                        script.owner().module(),
                        script.revision(),
                        script.info().release(),
                        checksum.ofBoth(),
                        checksum.ofUpgrade(),
                        row.state(),
                        row.appliedBy(),
                        row.engineVersion())
                .map(SqlTokens::literal)
                .collect(Collectors.joining(
                        ", ", "(", ", " + row.time() + ", " + row.duration().toMillis() + ")"));
    }

    private static <T> Stream<List<T>> chunks(List<T> list) {
        return IntStream.iterate(0, start -> start < list.size(), start -> start + MOST_ROWS)
                .mapToObj(start -> list.subList(start, Math.min(start + MOST_ROWS, list.size())));
    }

    static String row(Script script) {
        return "module = " + literal(script.owner().module()) + " AND revision = " + literal(script.revision());
    }

    private static String versionTable(String module) {
        return quote(PREFIX + module);
    }

    private String timeType() {
        return system.ledgerText().timeType();
    }

    /** A time as an SQL literal. */
    public String time(Instant instant) {
        return system.rowValues().time(instant);
    }

    /** The time at which the statement runs. */
    public String now() {
        return system.ledgerText().now();
    }
}
