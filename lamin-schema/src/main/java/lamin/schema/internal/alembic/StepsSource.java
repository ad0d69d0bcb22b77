package lamin.schema.internal.alembic;

import static lamin.schema.internal.alembic.PythonText.indented;
import static lamin.schema.internal.alembic.PythonText.literal;
import static lamin.schema.internal.alembic.PythonText.literals;
import static lamin.schema.internal.alembic.PythonText.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.DeclaredRebuild;
import lamin.schema.internal.database.DeclaredRebuild.Conversion;
import lamin.schema.internal.database.Step;
import lamin.schema.operation.DataStep;
import lamin.schema.sql.DatabaseSql;

/** The steps for one database as calls of {@code lamin_steps.py}. */
final class StepsSource {
    private static final DatabaseSystem SQLITE = DatabaseSystem.of(DatabaseSql.SQLITE);

    private StepsSource() {}

    static List<String> of(List<Step> steps) {
        return steps.stream().flatMap(step -> of(step).stream()).toList();
    }

    private static List<String> of(Step step) {
        return switch (step) {
            case Step.Sql(var sql) -> call("execute", sql);
            case Step.Drop(var table) ->
                List.of(
                        "refuse_mentions(" + literal(table.flat()) + ")",
                        "op.drop_table(" + literal(table.flat()) + ")");
            case Step.Rename(var ignored, var alsoIgnored, var sql) -> call("execute", sql);
            case Step.DropColumn drop -> call("execute", drop.sql());
            case Step.Code(var code) -> List.of(raise(code));
            case Step.Recount ignored -> List.of();
            case Step.DropUnique drop -> rebuild(SQLITE.procedures().declared(drop.rebuild()));
            case Step.Rebuild(var rebuild) -> rebuild(SQLITE.procedures().declared(rebuild));
        };
    }

    /** Raises for a step in Java, which Python cannot run. */
    static String raise(Class<? extends DataStep> step) {
        return raise("step " + step.getSimpleName() + " is Java (" + step.getName() + "); deploy with Lamin4j");
    }

    static String raise(String reason) {
        return "raise NotImplementedError(" + literal(reason) + ")";
    }

    /** A call whose last argument is SQL. */
    static List<String> call(String function, String... arguments) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < arguments.length - 1; i++) {
            lines.add(literal(arguments[i]) + ",");
        }
        var sql = statement(arguments[arguments.length - 1]);
        if (lines.isEmpty() && sql.size() == 1) {
            return List.of(function + "(" + sql.getFirst() + ")");
        }
        lines.addAll(sql);
        return wrapped(function + "(", lines, ")");
    }

    private static List<String> rebuild(DeclaredRebuild rebuild) {
        var lines = new ArrayList<String>();
        lines.add(literal(rebuild.table()) + ",");
        lines.addAll(wrapped("create=(", statement(rebuild.create()), "),"));
        lines.add("aside=" + literal(rebuild.temporaryName()) + ",");
        lines.addAll(dictionary("sources", rebuild.sources(), PythonText::literal));
        lines.add("mandatory=" + literals(rebuild.mandatory()) + ",");
        lines.addAll(dictionary("conversions", rebuild.conversions(), StepsSource::conversion));
        lines.add("columns=" + literals(rebuild.columns()) + ",");
        lines.add("foreign_keys=" + rebuild.foreignKeys() + ",");
        lines.add("checks=" + rebuild.checks() + ",");
        lines.addAll(list("indexes_before", rebuild.indexesBefore()));
        lines.addAll(list("indexes", rebuild.indexes()));
        lines.add("numbered=" + PythonText.bool(rebuild.isNumbered()) + ",");
        return wrapped("rebuild(", lines, ")");
    }

    private static String conversion(Conversion conversion) {
        return literals(List.of(conversion.type(), conversion.misfit()));
    }

    private static <T> List<String> dictionary(String name, Map<String, T> map, Function<T, String> value) {
        var entries = map.entrySet().stream()
                .map(entry -> literal(entry.getKey()) + ": " + value.apply(entry.getValue()) + ",")
                .toList();
        return entries.isEmpty() ? List.of(name + "={},") : wrapped(name + "={", entries, "},");
    }

    private static List<String> list(String name, List<String> statements) {
        var entries = statements.stream().map(sql -> literal(sql) + ",").toList();
        return entries.isEmpty() ? List.of(name + "=(),") : wrapped(name + "=(", entries, "),");
    }

    private static List<String> wrapped(String begin, List<String> lines, String end) {
        var wrapped = new ArrayList<String>();
        wrapped.add(begin);
        wrapped.addAll(indented(lines));
        wrapped.add(end);
        return wrapped;
    }
}
