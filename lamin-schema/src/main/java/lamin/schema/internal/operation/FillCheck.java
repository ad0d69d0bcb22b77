package lamin.schema.internal.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Checks the SQL that gives existing rows their values before any of it runs. A missing column is an error on
 * PostgreSQL only once the migration is under way, and SQLite reads its quoted name as a string.
 */
public final class FillCheck {
    /** Placeholder for SQL that only the author can write. */
    public static final String UNWRITTEN = "TODO: SQL for existing rows";

    /** Columns that every table has without declaring them. */
    private static final Set<String> SYSTEM_COLUMNS =
            Set.of("rowid", "oid", "_rowid_", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private FillCheck() {}

    public static boolean isUnwritten(@Nullable String sql) {
        return sql != null && sql.stripLeading().startsWith("TODO:");
    }

    /** Why the SQL of an operation cannot give rows their values: it is not written yet, or it mentions a missing column. */
    public static Optional<MisfitException> problem(Replay before, Operation operation) {
        return values(operation)
                .filter(values -> isUnwritten(values.sql()))
                .map(Values::unwritten)
                .findFirst()
                .or(() -> missingColumn(before, operation));
    }

    /** The SQL of an operation mentions a column that the table does not have. */
    public static Optional<MisfitException> missingColumn(Replay before, Operation operation) {
        return values(operation)
                .flatMap(values -> before.table(values.table()).stream()
                        .flatMap(table -> missingColumn(table, values.sql()).stream())
                        .map(values::mentionsMissing))
                .findFirst();
    }

    private static Stream<Values> values(Operation operation) {
        return switch (operation) {
            case AddColumn(var table, var column, var fill) -> Values.of(table, column.name(), fill);
            case AlterColumn alter ->
                Stream.concat(
                        Values.of(alter.table(), alter.column(), alter.fill()),
                        Values.of(alter.table(), alter.column(), alter.using()));
            default -> Stream.of();
        };
    }

    /** SQL for the values of a column in existing rows. */
    private record Values(TableName table, String column, String sql) {
        static Stream<Values> of(TableName table, String column, @Nullable String sql) {
            return sql == null ? Stream.of() : Stream.of(new Values(table, column, sql));
        }

        MisfitException unwritten() {
            return new MisfitException(
                    "the SQL for the existing rows of " + table + "." + column + " is not written yet",
                    new Advice("write it in place of the TODO"));
        }

        MisfitException mentionsMissing(String missing) {
            return new MisfitException(
                    "the SQL for the existing rows of " + table + "." + column + ", " + sql + ", mentions column "
                            + missing + ", which " + table + " does not have",
                    new Advice("text needs single quotes: \"'" + missing + "'\""));
        }
    }

    /** Nothing is known of SQL that cannot be parsed, such as a subquery. */
    private static Optional<String> missingColumn(Table table, String sql) {
        try {
            return new SqlExpression(sql)
                    .columns().stream()
                            .filter(name -> !SYSTEM_COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                            .filter(name -> table.columns().stream()
                                    .noneMatch(column -> column.name().equalsIgnoreCase(name)))
                            .findFirst();
        } catch (UnclearSqlException e) {
            return Optional.empty();
        }
    }
}
