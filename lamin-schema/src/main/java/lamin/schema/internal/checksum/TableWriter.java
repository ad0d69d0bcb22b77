package lamin.schema.internal.checksum;

import java.util.List;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Writes the parts of tables. */
record TableWriter(StringBuilder out) {
    private static final List<String> USUAL_TARGET = List.of("id");
    private static final String OTHER_DATABASES = "*";

    void name(TableName table) {
        var schema = table.schema();
        if (schema == null) {
            JsonObject.text(out, table.name());
            return;
        }
        out.append('[');
        JsonObject.text(out, schema);
        out.append(',');
        JsonObject.text(out, table.name());
        out.append(']');
    }

    void column(Column column) {
        var object = JsonObject.open(out).text("name", column.name());
        if (!column.property().equals(column.name())) {
            object.text("property", column.property());
        }
        object.value("type", column.type(), this::type)
                .flag("notNull", !column.nullable())
                .flag("identity", column.identity());
        if (column.defaultValue() != null) {
            object.value("default", column.defaultValue(), this::value);
        }
        object.given("generatedAs", text(column.generatedAs()))
                .given("collation", column.collation())
                .given("comment", column.comment())
                .close();
    }

    void type(ColumnType type) {
        switch (type) {
            case ColumnType.Bool ignored -> out.append("\"bool\"");
            case ColumnType.Int16 ignored -> out.append("\"int16\"");
            case ColumnType.Int32 ignored -> out.append("\"int32\"");
            case ColumnType.Int64 ignored -> out.append("\"int64\"");
            case ColumnType.Decimal(int precision, int scale) ->
                out.append("\"decimal(")
                        .append(precision)
                        .append(',')
                        .append(scale)
                        .append(")\"");
            case ColumnType.Float32 ignored -> out.append("\"float32\"");
            case ColumnType.Float64 ignored -> out.append("\"float64\"");
            case ColumnType.VarChar(int length) ->
                out.append("\"string(").append(length).append(")\"");
            case ColumnType.Text ignored -> out.append("\"text\"");
            case ColumnType.Bytes ignored -> out.append("\"bytes\"");
            case ColumnType.Date ignored -> out.append("\"date\"");
            case ColumnType.Time ignored -> out.append("\"time\"");
            case ColumnType.Timestamp ignored -> out.append("\"timestamp\"");
            case ColumnType.TimestampTz ignored -> out.append("\"timestamptz\"");
            case ColumnType.Uuid ignored -> out.append("\"uuid\"");
            case ColumnType.Json ignored -> out.append("\"json\"");
            case ColumnType.Other(var sql) ->
                JsonObject.open(out).value("other", sql, this::sql).close();
        }
    }

    void valueOrNull(JsonObject object, String name, @Nullable DefaultValue value) {
        if (value == null) {
            object.textOrNull(name, null);
        } else {
            object.value(name, value, this::value);
        }
    }

    private void value(DefaultValue value) {
        switch (value) {
            case DefaultValue.Text(String text) -> JsonObject.text(out, text);
            case DefaultValue.Numeric(var number) -> out.append(number.toPlainString());
            case DefaultValue.Bool(boolean bool) -> out.append(bool);
            case DefaultValue.Now ignored ->
                JsonObject.open(out).bool("now", true).close();
            case DefaultValue.Sql(DatabaseSql sql) ->
                JsonObject.open(out).value("sql", sql, this::sql).close();
        }
    }

    /** SQL for other databases comes first; keys follow in alphabetical order. */
    void sql(DatabaseSql sql) {
        var others = sql.others();
        if (others != null && sql.byDatabase().isEmpty()) {
            JsonObject.text(out, others);
            return;
        }
        var object = JsonObject.open(out).given(OTHER_DATABASES, others);
        sql.byDatabase().forEach(object::text);
        object.close();
    }

    void primaryKey(PrimaryKey key) {
        JsonObject.open(out)
                .given("name", key.name())
                .texts("columns", key.columns())
                .close();
    }

    void foreignKey(ForeignKey key) {
        var object = JsonObject.open(out)
                .given("name", key.name())
                .texts("columns", key.columns())
                .value("target", key.target(), this::name);
        if (!key.targetColumns().equals(USUAL_TARGET)) {
            object.texts("targetColumns", key.targetColumns());
        }
        object.given("onDelete", onDelete(key.onDelete()))
                .flag("deferrable", key.deferrable())
                .close();
    }

    private static @Nullable String onDelete(OnDelete action) {
        return switch (action) {
            case NO_ACTION -> null;
            case RESTRICT -> "restrict";
            case CASCADE -> "cascade";
            case SET_NULL -> "setNull";
        };
    }

    void unique(UniqueConstraint unique) {
        JsonObject.open(out)
                .given("name", unique.name())
                .texts("columns", unique.columns())
                .close();
    }

    void check(CheckConstraint check) {
        JsonObject.open(out)
                .given("name", check.name())
                .text("expression", check.expression().text())
                .close();
    }

    void index(Index index) {
        JsonObject.open(out)
                .given("name", index.name())
                .list("keys", index.keys(), this::key)
                .flag("unique", index.unique())
                .given("where", text(index.where()))
                .close();
    }

    private void key(Index.Key key) {
        switch (key) {
            case Index.Key.OnColumn(var column, var descending) -> {
                if (descending) {
                    orderedKey("column", column, true);
                } else {
                    JsonObject.text(out, column);
                }
            }
            case Index.Key.OnExpression(var expression, var descending) ->
                orderedKey("expression", expression.text(), descending);
        }
    }

    private void orderedKey(String kind, String text, boolean descending) {
        JsonObject.open(out).text(kind, text).flag("descending", descending).close();
    }

    private static @Nullable String text(@Nullable SqlExpression expression) {
        return expression == null ? null : expression.text();
    }
}
