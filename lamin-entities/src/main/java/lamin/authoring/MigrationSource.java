package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;

/** The Java source of a migration script. */
public final class MigrationSource {
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
                draft.rootPackage(), ScriptImports.all(), revision(draft), draft.className(), upgrade, downgrade);
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

    private static String revision(MigrationDraft draft) {
        var values = new ArrayList<String>();
        values.add("id = \"" + draft.id() + "\"");
        addList(values, "down", draft.down());
        values.add("release = \"vX.X.X\"");
        addList(values, "dependsOn", draft.dependsOn());
        if (!draft.hibernate().isEmpty()) {
            values.add("hibernate = \"" + draft.hibernate() + "\"");
        }
        return String.join(", ", values);
    }

    private static void addList(List<String> values, String name, List<String> list) {
        if (!list.isEmpty()) {
            var quoted = list.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
            values.add(name + " = " + (list.size() == 1 ? quoted : "{" + quoted + "}"));
        }
    }
}
