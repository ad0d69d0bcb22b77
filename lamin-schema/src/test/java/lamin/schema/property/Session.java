package lamin.schema.property;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.fixture.Systems;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.ColumnType;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.TableName;
import lamin.testing.databases.TestDatabase.Kind;
import org.sqlite.Collation;

/** An empty database for one round. It remembers the statements it ran. */
final class Session implements AutoCloseable {
    private final Kind kind;
    private final Connection connection;
    private final DatabaseSystem system;
    private final boolean isOwn;
    private final List<Object> log = new ArrayList<>();

    private Session(Kind kind, Connection connection, boolean isOwn) {
        this.kind = kind;
        this.connection = connection;
        this.system = Systems.of(kind);
        this.isOwn = isOwn;
    }

    static Session sqlite() throws SQLException {
        return new Session(Kind.SQLITE, DriverManager.getConnection("jdbc:sqlite::memory:"), true);
    }

    /** In a database that rounds share, which is emptied; a round that failed may have left its transaction open. */
    static Session postgres(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        var session = new Session(Kind.POSTGRESQL, connection, false);
        var schemas = Jdbc.query(
                connection,
                "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'",
                row -> row.getString(1));
        for (var schema : schemas) {
            Jdbc.execute(connection, "DROP SCHEMA " + schema + " CASCADE");
        }
        for (var sql : List.of(
                "CREATE SCHEMA public",
                "SET TimeZone = 'UTC'",
                "CREATE COLLATION \"NOCASE\" FROM \"C\"",
                "CREATE COLLATION \"RTRIM\" FROM \"C\"")) {
            Jdbc.execute(connection, sql);
        }
        return session;
    }

    /** Gives the database the collations that it lacks, all of them alike. */
    void add(Collection<String> collations) throws SQLException {
        for (var collation : collations) {
            switch (kind) {
                case SQLITE ->
                    Collation.create(connection, collation, new Collation() {
                        @Override
                        protected int xCompare(String x, String y) {
                            return x.compareTo(y);
                        }
                    });
                case POSTGRESQL ->
                    Jdbc.execute(
                            connection,
                            "CREATE COLLATION IF NOT EXISTS " + quote(collation) + " FROM pg_catalog.\"C\"");
            }
        }
    }

    Kind kind() {
        return kind;
    }

    List<String> log() {
        return log.stream().map(Object::toString).toList();
    }

    /** One transaction for each, as a deploy on PostgreSQL has it. */
    void deploy(List<Migrated> migrations) throws SQLException {
        for (var migration : migrations) {
            var steps = system.steps(new Replay(migration.before()), migration.owner(), migration.operations());
            connection.setAutoCommit(false);
            for (var step : steps) {
                run(step);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        refuseDangling();
    }

    private void run(Step step) throws SQLException {
        log.add(step);
        switch (step) {
            case Step.Sql(var sql) -> Jdbc.execute(connection, sql);
            case Step.Code ignored -> throw new AssertionError("no edit writes code");
            case Step.Recount ignored -> {}
            case Step.Procedure procedure -> system.procedures().run(connection, procedure);
        }
    }

    private void refuseDangling() throws SQLException {
        if (kind == Kind.SQLITE) {
            var dangling = Jdbc.query(connection, "PRAGMA foreign_key_check", row -> row.getString(1));
            if (!dangling.isEmpty()) {
                throw new AssertionError("rows refer to missing rows: " + dangling);
            }
        }
    }

    /** Rows of all tables at once, whatever points to what. */
    void execute(List<String> inserts) throws SQLException {
        if (kind == Kind.POSTGRESQL) {
            Jdbc.execute(connection, "SET session_replication_role = replica");
        }
        for (var sql : inserts) {
            log.add(sql);
            Jdbc.execute(connection, sql);
        }
        if (kind == Kind.POSTGRESQL) {
            Jdbc.execute(connection, "SET session_replication_role = DEFAULT");
        }
    }

    void empty(SchemaModel model) throws SQLException {
        var tables = model.tables().stream()
                .map(table -> system.quoted(table.name()))
                .toList();
        switch (kind) {
            case SQLITE ->
                execute(tables.stream().map(table -> "DELETE FROM " + table).toList());
            case POSTGRESQL -> execute(tables.isEmpty() ? List.of() : List.of("TRUNCATE " + String.join(", ", tables)));
        }
    }

    String quoted(TableName table) {
        return system.quoted(table);
    }

    /** The rows as text that differs whenever a byte does, in an order of its own. */
    List<String> contents(TableName table, List<String> columns) throws SQLException {
        var values = columns.stream().map(this::value).collect(Collectors.joining(" || ' ' || "));
        var sql = "SELECT " + values + " FROM " + system.quoted(table);
        return Jdbc.query(connection, sql, row -> row.getString(1)).stream()
                .sorted()
                .toList();
    }

    private String value(String column) {
        return switch (kind) {
            case SQLITE -> "typeof(%1$s) || ':' || quote(%1$s)".formatted(quote(column));
            case POSTGRESQL -> "coalesce(quote_literal(%1$s::text), 'null')".formatted(quote(column));
        };
    }

    /** What tells the database apart from a model. */
    List<String> differencesTo(SchemaModel model) {
        return LogicalForm.differences(
                LogicalForm.of(model, system), LogicalForm.of(Introspector.read(connection), system));
    }

    /** As if the rows had got their numbers from the sequences. */
    void advance(SchemaModel model) throws SQLException {
        for (var sequence : model.sequences()) {
            long largest = 1;
            for (var numbered : sequence.numbers()) {
                largest = Math.max(largest, largest(numbered));
            }
            var name = system.quoted(sequence.name());
            var sql = switch (kind) {
                case SQLITE -> "UPDATE " + name + " SET next_val = max(next_val, " + (largest + 1) + ")";
                case POSTGRESQL -> "SELECT setval('" + name + "', greatest(last_value, " + largest + ")) FROM " + name;
            };
            log.add(sql);
            Jdbc.execute(connection, sql);
        }
    }

    /**
     * The numbers that a sequence of the model would return though a row has them, or a larger one. An edit fills empty columns with 1,
     * whatever the sequence is at.
     */
    List<String> numbersInUse(SchemaModel model) throws SQLException {
        var inUse = new ArrayList<String>();
        for (var sequence : model.sequences()) {
            var next = Jdbc.query(connection, nextNumber(sequence.name()), row -> row.getLong(1))
                    .getFirst();
            for (var numbered : sequence.numbers()) {
                long largest = largest(numbered);
                if (next <= largest && largest > 1) {
                    inUse.add(sequence.name() + " returns " + next + ", " + numbered + " has " + largest);
                }
            }
        }
        return inUse;
    }

    private long largest(NumberedColumn numbered) throws SQLException {
        var sql = "SELECT coalesce(max(" + quote(numbered.column()) + "), 0) FROM " + system.quoted(numbered.table());
        return Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
    }

    private String nextNumber(TableName sequence) {
        return switch (kind) {
            case SQLITE -> "SELECT next_val FROM " + system.quoted(sequence);
            case POSTGRESQL ->
                "SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM " + system.quoted(sequence);
        };
    }

    /** In the form that both databases can hold, without the defaults of bytes, which each writes in its own way. */
    SchemaModel comparableSchema() {
        var form = LogicalForm.of(Introspector.read(connection), Systems.SQLITE);
        return SchemaModel.of(form.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> column.type() instanceof ColumnType.Bytes ? column.withDefault(null) : column)
                        .toList()))
                .toList());
    }

    @Override
    public void close() throws SQLException {
        if (isOwn) {
            connection.close();
        } else if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
