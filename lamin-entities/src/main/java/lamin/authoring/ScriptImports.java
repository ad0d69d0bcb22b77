package lamin.authoring;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The imports of migration scripts. A new script has those of every operation, so that printed ones compile in it. */
final class ScriptImports {
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final String ALEMBIC = "// Alembic:";

    /** Statements for the names that match; the statement may refer to group 1. */
    private record Rule(Pattern name, String statement) {
        static Rule of(String regex, String statement) {
            return new Rule(Pattern.compile(regex), statement);
        }

        Stream<String> statements(String code) {
            return name.matcher(code).results().map(match -> statement.replace("$1", match.group(1)));
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "\\b(bool|int16|int32|int64|decimal|float32|float64|string|text|bytes|date|time|timestamp|timestamptz"
                            + "|uuid|json)\\(",
                    "import static lamin.schema.model.ColumnTypes.$1;"),
            Rule.of("\\b(sql)\\(\\)", "import static lamin.schema.sql.DatabaseSql.$1;"),
            Rule.of("\\b(ColumnType)\\.", "import lamin.schema.model.$1;"),
            Rule.of("\\b(OnDelete)\\.", "import lamin.schema.model.Constraint.$1;"));

    private ScriptImports() {}

    /** Those of a new script. */
    static String all() {
        return """
                import static lamin.schema.model.ColumnTypes.*;
                import static lamin.schema.sql.DatabaseSql.sql;

                import lamin.schema.Migration;
                import lamin.schema.Revision;
                import lamin.schema.model.ColumnType;
                import lamin.schema.model.Constraint.OnDelete;
                import lamin.schema.operation.Operations;
                """;
    }

    /** Those that the lines need and the source of a script does not have. */
    static List<String> missing(String source, List<String> lines) {
        var code = lines.stream()
                .filter(line -> !line.startsWith(ALEMBIC))
                .map(line -> STRING.matcher(line).replaceAll("\"\""))
                .collect(Collectors.joining("\n"));
        var needed =
                RULES.stream().flatMap(rule -> rule.statements(code)).collect(Collectors.toCollection(TreeSet::new));
        var present = source.lines().map(String::strip).collect(Collectors.toSet());
        return needed.stream()
                .filter(statement -> !present.contains(statement) && !present.contains(onDemand(statement)))
                .toList();
    }

    /** The statement that imports everything of the same class or package. */
    private static String onDemand(String statement) {
        return statement.substring(0, statement.lastIndexOf('.')) + ".*;";
    }
}
