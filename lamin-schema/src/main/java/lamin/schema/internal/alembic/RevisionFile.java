package lamin.schema.internal.alembic;

import static lamin.schema.internal.alembic.PythonText.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lamin.schema.internal.module.Script;

/**
 * A migration as an Alembic revision file.
 *
 * @param requires the revision that must be applied before, by module
 */
record RevisionFile(
        Script script, SortedMap<String, List<String>> requires, List<String> upgrade, List<String> downgrade) {
    private static final Pattern DATED = Pattern.compile(".*\\.?V(\\d{4})_(\\d{2})_(\\d{2})_\\w+");

    RevisionFile {
        requires = new TreeMap<>(requires);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** {@code 2023-02-16-dd2b4a9499f2-v1_0_0.py}; the date is taken from the class name if it contains one. */
    String name() {
        var dated = DATED.matcher(script.info().className());
        var date = dated.matches() ? dated.group(1) + "-" + dated.group(2) + "-" + dated.group(3) + "-" : "";
        var release = script.info().release().toLowerCase(Locale.ROOT).replaceAll("\\W", "_");
        return date + script.revision() + "-" + release + ".py";
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add("\"\"\"" + script.info().release() + ".\"\"\"");
        lines.add("");
        lines.addAll(imports());
        lines.add("");
        lines.add("revision = " + literal(script.revision()));
        lines.add("down_revision = " + downRevision());
        lines.add("branch_labels = None");
        lines.add("depends_on = None");
        lines.add("");
        lines.add("# Revisions of other modules that must be there first: (module, revision).");
        lines.add("requires = " + requirements());
        addFunction(lines, "upgrade", upgrade);
        addFunction(lines, "downgrade", downgrade);
        return String.join("\n", lines) + "\n";
    }

    /** Only the imports that are used. */
    private List<String> imports() {
        var imports = new ArrayList<String>();
        if (uses("sa.")) {
            imports.add("import sqlalchemy as sa");
        }
        if (uses("op.")) {
            imports.add("from alembic import op");
        }
        var steps = List.of("create_index_concurrently", "execute", "is_sqlite", "rebuild", "refuse_mentions").stream()
                .filter(step -> uses(step + "("))
                .toList();
        if (!steps.isEmpty()) {
            imports.add("from lamin_steps import " + String.join(", ", steps));
        }
        return imports;
    }

    private boolean uses(String call) {
        var used = Pattern.compile("(^|[ (\\[=])" + Pattern.quote(call));
        return upgrade.stream().anyMatch(line -> used.matcher(line).find())
                || downgrade.stream().anyMatch(line -> used.matcher(line).find());
    }

    private String downRevision() {
        var down = script.info().down();
        return switch (down.size()) {
            case 0 -> "None";
            case 1 -> literal(down.getFirst());
            default -> PythonText.literals(down);
        };
    }

    private String requirements() {
        return PythonText.tuple(requires.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(revision -> PythonText.literals(List.of(entry.getKey(), revision))))
                .toList());
    }

    private static void addFunction(List<String> lines, String name, List<String> body) {
        lines.add("");
        lines.add("");
        lines.add("def " + name + "() -> None:");
        lines.addAll(PythonText.indented(body));
    }
}
