package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;

/** The Java source of a migration script. */
public final class MigrationSource {
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern TYPE = Pattern.compile(
            "\\b(bool|int16|int32|int64|decimal|float32|float64|string|text|bytes|date|time|timestamp|timestamptz|uuid|json)\\(");

    private static final Pattern SQL = Pattern.compile("\\bsql\\(\\)");

    private MigrationSource() {}

    /** The complete file. */
    public static String of(MigrationDraft draft) {
        var upgrade = body(draft.upgrade(), draft);
        var downgrade = body(draft.downgrade(), draft);
        return """
                package %s.migrations.versions;

                %s
                @Revision(%s)
                public final class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {%s}

                    @Override
                    public void downgrade(Operations op) {%s}
                }
                """.formatted(
                        draft.rootPackage(),
                        imports(upgrade + downgrade),
                        revision(draft),
                        draft.className(),
                        upgrade,
                        downgrade);
    }

    private static String body(List<Operation> operations, MigrationDraft draft) {
        if (operations.isEmpty()) {
            return "";
        }
        return operations.stream()
                .map(operation -> JavaSource.of(operation, draft.owner()))
                .map(statement -> statement.indent(8))
                .collect(Collectors.joining("", "\n", "    "));
    }

    private static String imports(String body) {
        var code = STRING.matcher(body).replaceAll("");
        var types = new TreeSet<String>();
        TYPE.matcher(code).results().forEach(match -> types.add(match.group(1)));
        var imports = new ArrayList<String>();
        types.forEach(type -> imports.add("import static lamin.schema.model.ColumnTypes." + type + ";\n"));
        if (SQL.matcher(code).find()) {
            imports.add("import static lamin.schema.sql.DatabaseSql.sql;\n");
        }
        if (!imports.isEmpty()) {
            imports.add("\n");
        }
        imports.add("import lamin.schema.Migration;\nimport lamin.schema.Revision;\n");
        if (code.contains("OnDelete.")) {
            imports.add("import lamin.schema.model.Constraint.OnDelete;\n");
        }
        imports.add("import lamin.schema.operation.Operations;\n");
        return String.join("", imports);
    }

    private static String revision(MigrationDraft draft) {
        var values = new ArrayList<String>();
        values.add("id = \"" + draft.id() + "\"");
        addList(values, "down", draft.down());
        values.add("release = \"vX.X.X\"");
        addList(values, "dependsOn", draft.dependsOn());
        return String.join(", ", values);
    }

    private static void addList(List<String> values, String name, List<String> list) {
        if (!list.isEmpty()) {
            var quoted = list.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
            values.add(name + " = " + (list.size() == 1 ? quoted : "{" + quoted + "}"));
        }
    }
}
