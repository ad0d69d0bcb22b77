package lamin.schema.internal.operation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.RowChange.ColumnValue;
import lamin.schema.model.DefaultValue;

/**
 * The statement that changes rows.
 *
 * @param literal formats a value as a literal of the database
 */
public record RowSql(Function<DefaultValue, String> literal) {
    /** For a table whose name is already quoted. */
    public String of(String table, RowChange change) {
        return switch (change) {
            case RowChange.Insert(var values) ->
                "INSERT INTO " + table + " (" + columns(values) + ") VALUES ("
                        + values.stream().map(this::value).collect(Collectors.joining(", ")) + ")";
            case RowChange.Update(var values, var where) ->
                "UPDATE " + table + " SET "
                        + values.stream()
                                .map(value -> quote(value.column()) + " = " + value(value))
                                .collect(Collectors.joining(", "))
                        + " WHERE " + where;
            case RowChange.Delete(var where) -> "DELETE FROM " + table + " WHERE " + where;
        };
    }

    private static String columns(List<ColumnValue> values) {
        return values.stream().map(value -> quote(value.column())).collect(Collectors.joining(", "));
    }

    private String value(ColumnValue given) {
        var value = given.value();
        return value == null ? "NULL" : literal.apply(value);
    }
}
