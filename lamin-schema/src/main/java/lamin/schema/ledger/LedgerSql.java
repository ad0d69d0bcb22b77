package lamin.schema.ledger;

import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.module.ModuleInfo;
import lamin.schema.module.Script;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.SqlTokens;
import lamin.schema.sql.UtcText;

/** The statements that write the ledger, for {@link Ledger} and for scripts that run without this engine. */
public record LedgerSql(Flavour flavour) {
    /** The state of a migration that was seen to end. */
    public static final String APPLIED = "applied";

    /** The state of a migration outside a transaction that was not. */
    public static final String RUNNING = "running";

    static final String PREFIX = "migration_";

    /**
     * A statement that changes exactly one row where a module is where one believes it to be.
     *
     * @param believed where that is
     */
    public record HeadMove(String statement, String believed) {}

    /** What creates the missing ones of the ledger's tables for these modules. */
    public List<String> prepare(List<ModuleInfo> modules) {
        var statements = new ArrayList<String>();
        statements.add("""
                CREATE TABLE IF NOT EXISTS lamin_migration (module VARCHAR(64) NOT NULL, revision VARCHAR(32) NOT NULL,
                release VARCHAR(64) NOT NULL, checksum VARCHAR(80) NOT NULL, state VARCHAR(16) NOT NULL,
                applied_at %s NOT NULL, applied_by VARCHAR(255) NOT NULL, duration_ms BIGINT NOT NULL,
                engine_version VARCHAR(64) NOT NULL, PRIMARY KEY (module, revision))""".formatted(timeType()));
        statements.add("""
                CREATE TABLE IF NOT EXISTS lamin_module (name VARCHAR(64) NOT NULL PRIMARY KEY,
                coordinates TEXT NOT NULL, version VARCHAR(64) NOT NULL, mounted_at %s NOT NULL)""".formatted(timeType()));
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
        return "UPDATE lamin_module SET version = " + version + ", coordinates = " + literal(mounted.coordinates())
                + " WHERE name = " + literal(module) + " AND version <> " + version;
    }

    /** What notes a module that is not noted yet. */
    public String insertMounted(String module, MountedModule mounted, String time) {
        var name = literal(module);
        return "INSERT INTO lamin_module (name, coordinates, version, mounted_at) SELECT " + name + ", "
                + literal(mounted.coordinates()) + ", " + literal(mounted.version()) + ", " + time
                + " WHERE NOT EXISTS (SELECT 1 FROM lamin_module WHERE name = " + name + ")";
    }

    /** What moves the head of a module at {@code from} over one migration. */
    public List<HeadMove> moveHead(Script script, Set<String> from) {
        var table = versionTable(script);
        var parents = new ArrayList<>(script.info().down());
        parents.retainAll(from);
        var revision = literal(script.revision());
        if (parents.isEmpty()) {
            var sql = "INSERT INTO " + table + " (version_num) SELECT " + revision + " WHERE (SELECT count(*) FROM "
                    + table + ") = " + from.size();
            return List.of(new HeadMove(sql, "with " + from.size() + " heads"));
        }
        var moves = new ArrayList<HeadMove>();
        var first = parents.getFirst();
        moves.add(new HeadMove(
                "UPDATE " + table + " SET version_num = " + revision + " WHERE version_num = " + literal(first),
                "at revision " + first));
        for (var merged : parents.subList(1, parents.size())) {
            moves.add(new HeadMove(
                    "DELETE FROM " + table + " WHERE version_num = " + literal(merged), "at revision " + merged));
        }
        return moves;
    }

    /** What fails where the head is not at the migration, for those who do not count changed rows. */
    public String requireHead(Script script) {
        var table = versionTable(script);
        return "INSERT INTO " + table + " (version_num) SELECT NULL WHERE NOT EXISTS (SELECT 1 FROM " + table
                + " WHERE version_num = " + literal(script.revision()) + ")";
    }

    /** What writes a migration into the history. */
    public List<String> history(
            Script script, String state, Duration duration, String appliedBy, String engineVersion, String time) {
        var values = Stream.of(
                        script.owner().module(),
                        script.revision(),
                        script.info().release(),
                        script.checksum(),
                        state,
                        appliedBy,
                        engineVersion)
                .map(SqlTokens::literal)
                .collect(Collectors.joining(", "));
        return List.of(
                "DELETE FROM lamin_migration WHERE " + row(script),
                "INSERT INTO lamin_migration (module, revision, release, checksum, state, applied_by, engine_version,"
                        + " applied_at, duration_ms) VALUES (" + values + ", " + time + ", " + duration.toMillis()
                        + ")");
    }

    static String row(Script script) {
        return "module = " + literal(script.owner().module()) + " AND revision = " + literal(script.revision());
    }

    private static String versionTable(Script script) {
        return quote(PREFIX + script.owner().module());
    }

    private String timeType() {
        return switch (flavour) {
            case SQLITE -> "datetime";
            case POSTGRESQL -> "timestamptz";
        };
    }

    /** A time as an SQL literal: UTC text on SQLite, as Python writes it. */
    public String time(Instant instant) {
        return switch (flavour) {
            case SQLITE -> literal(UtcText.format(instant));
            case POSTGRESQL -> literal(instant.toString()) + "::timestamptz";
        };
    }

    /** The time at which the statement runs. */
    public String now() {
        return switch (flavour) {
            case SQLITE -> "datetime('now')";
            case POSTGRESQL -> "now()";
        };
    }
}
