package lamin.schema.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.internal.sql.SqlSyntax;
import org.jspecify.annotations.Nullable;

/**
 * SQL of a migration script for each kind of database: one text for all of them, or one text per database key.
 *
 * <pre>{@code
 * import static lamin.schema.sql.DatabaseSql.sql;
 *
 * op.execute("UPDATE assay_well SET number = 0");
 * op.execute(sql().sqlite("PRAGMA optimize").postgresql("ANALYZE assay_well"));
 * op.execute(sql().postgresql("CREATE EXTENSION IF NOT EXISTS pg_trgm").nothingElsewhere());
 * }</pre>
 *
 * A database that the script does not mention is not skipped: the migration is refused there, unless the script says
 * {@link #elsewhere} or {@link #nothingElsewhere}.
 *
 * @param byDatabase the SQL by key; never blank
 * @param others the SQL for all other databases; empty if there is nothing to do, null if the script does not say
 */
public record DatabaseSql(
        SortedMap<String, String> byDatabase, @Nullable String others) {
    public static final String SQLITE = "sqlite";
    public static final String POSTGRESQL = "postgresql";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");
    private static final DatabaseSql NONE = new DatabaseSql(new TreeMap<>(), null);

    public DatabaseSql {
        byDatabase = Collections.unmodifiableSortedMap(new TreeMap<>(byDatabase));
        byDatabase.forEach(DatabaseSql::require);
        if (others != null && others.isBlank() && !others.isEmpty()) {
            throw new IllegalArgumentException("the SQL for other databases is blank; write .nothingElsewhere()");
        }
    }

    /** Starts SQL that differs by database. */
    public static DatabaseSql sql() {
        return NONE;
    }

    /** The same SQL for all databases. */
    public static DatabaseSql of(String sql) {
        require("all databases", sql, "leave the call out");
        return NONE.withOthers(sql);
    }

    public DatabaseSql sqlite(String sql) {
        return with(SQLITE, sql);
    }

    public DatabaseSql postgresql(String sql) {
        return with(POSTGRESQL, sql);
    }

    /** Adds SQL for a database by its key. */
    public DatabaseSql with(String database, String sql) {
        require(database, sql);
        var more = new TreeMap<>(byDatabase);
        if (more.put(database, sql) != null) {
            throw new IllegalArgumentException("SQL for " + database + " is given twice");
        }
        return new DatabaseSql(more, others);
    }

    /** Adds SQL for all databases that are not named. */
    public DatabaseSql elsewhere(String sql) {
        require("other databases", sql, "leave the call out, or write .nothingElsewhere()");
        return withOthers(sql);
    }

    /** States that there is nothing to do on databases that are not named. */
    public DatabaseSql nothingElsewhere() {
        return withOthers("");
    }

    private DatabaseSql withOthers(String sql) {
        if (others != null) {
            throw new IllegalArgumentException("SQL for other databases is given twice");
        }
        return new DatabaseSql(byDatabase, sql);
    }

    private static void require(String database, String sql) {
        if (!KEY.matcher(database).matches()) {
            throw new IllegalArgumentException("\"" + database + "\" is not the key of a database, such as " + SQLITE
                    + ": lower-case letters, digits and _");
        }
        require(database, sql, "leave the call out, and write .nothingElsewhere() if there is nothing to do");
    }

    private static void require(String database, String sql, String remedy) {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("the SQL for " + database + " is empty; " + remedy);
        }
    }

    /**
     * The SQL for a database by its key: empty text if there is nothing to do, no value if the script does not mention
     * it.
     */
    public Optional<String> on(String database) {
        return Optional.ofNullable(byDatabase.getOrDefault(database, others));
    }

    /** The SQL that all of these databases get; no value if they differ. */
    public Optional<String> common(Collection<String> databases) {
        var each = databases.stream().map(this::on).distinct().toList();
        return each.size() == 1 ? each.getFirst() : Optional.empty();
    }

    /** All SQL texts, without duplicates. */
    public Stream<String> texts() {
        return Stream.concat(byDatabase.values().stream(), Stream.ofNullable(others))
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    /** All SQL texts as statements, without duplicates. */
    public Stream<SqlScript> scripts() {
        var named = byDatabase.entrySet().stream()
                .map(entry -> new SqlScript(entry.getValue(), SqlSyntax.of(entry.getKey())));
        var rest = others == null ? Stream.<SqlScript>empty() : Stream.of(new SqlScript(others, SqlSyntax.PORTABLE));
        return Stream.concat(named, rest)
                .filter(script -> !script.text().isEmpty())
                .distinct();
    }

    @Override
    public String toString() {
        var rest = others;
        if (rest != null && byDatabase.isEmpty() && !rest.isEmpty()) {
            return rest;
        }
        var parts = new ArrayList<String>();
        byDatabase.forEach((database, sql) -> parts.add(database + ": " + sql));
        if (rest != null) {
            parts.add("elsewhere: " + (rest.isEmpty() ? "nothing" : rest));
        }
        return String.join(", ", parts);
    }
}
