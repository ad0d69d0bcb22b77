package lamin;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a schema as text for a terminal: by module, each with its columns, their types, keys and targets.
 * {@link #toString()} returns the text, without a trailing line feed.
 *
 * @param versions the versions of modules, by name
 * @param module the one module to show; null for all
 * @param tablesOnly whether to omit the columns
 * @param width the width of the terminal in characters; a wider table loses its alignment, and lines that are still
 *     longer are truncated
 * @param colour whether to use ANSI colours
 */
public record SchemaView(
        SchemaModel model,
        Map<String, String> versions,
        @Nullable String module,
        boolean tablesOnly,
        int width,
        boolean colour) {
    private static final int NARROWEST = 20;

    public SchemaView {
        versions = Map.copyOf(versions);
        width = Math.max(width, NARROWEST);
    }

    /** Everything, without colour, in any width. */
    public static SchemaView of(SchemaModel model) {
        return new SchemaView(model, Map.of(), null, false, Integer.MAX_VALUE, false);
    }

    public SchemaView withVersions(Map<String, String> newVersions) {
        return new SchemaView(model, newVersions, module, tablesOnly, width, colour);
    }

    public SchemaView withModule(@Nullable String newModule) {
        return new SchemaView(model, versions, newModule, tablesOnly, width, colour);
    }

    public SchemaView withTablesOnly(boolean newTablesOnly) {
        return new SchemaView(model, versions, module, newTablesOnly, width, colour);
    }

    public SchemaView withWidth(int newWidth) {
        return new SchemaView(model, versions, module, tablesOnly, newWidth, colour);
    }

    public SchemaView withColour(boolean newColour) {
        return new SchemaView(model, versions, module, tablesOnly, width, newColour);
    }

    /** Prints the text to standard output. */
    public void print() {
        System.out.println(this);
    }

    @Override
    public String toString() {
        var byModule = model.tables().stream()
                .filter(table -> module == null || table.module().equals(module))
                .collect(Collectors.groupingBy(Table::module, () -> new TreeMap<>(coreFirst()), Collectors.toList()));
        var text = new StringBuilder();
        byModule.forEach((name, tables) -> {
            line(text, Ink.BOLD, "", heading(name, tables.size()));
            tables.forEach(table -> table(text, table));
            text.append('\n');
        });
        return text.toString().stripTrailing();
    }

    /** Core, the other modules by name, and finally the tables that belong to no module. */
    private static Comparator<String> coreFirst() {
        return Comparator.comparing(String::isEmpty)
                .thenComparing(name -> !name.equals("core"))
                .thenComparing(Comparator.naturalOrder());
    }

    private String heading(String name, int tables) {
        var title = name.isEmpty() ? "tables of no module" : (name + " " + versions.getOrDefault(name, "")).strip();
        return title + " · " + (tables == 1 ? "1 table" : tables + " tables");
    }

    private void table(StringBuilder text, Table table) {
        line(text, Ink.CYAN, "  ", table.name().toString());
        if (tablesOnly) {
            return;
        }
        var names = widest(table, Column::name);
        var types = widest(table, SchemaView::type);
        var fits = names + types + widest(table, column -> keys(table, column)) + 8 <= width;
        for (var column : table.columns()) {
            var start = fits
                    ? "    " + padded(column.name(), names) + "  " + padded(type(column), types) + "  "
                    : "    " + column.name() + " " + type(column) + " ";
            line(text, Ink.FAINT, start, keys(table, column));
        }
    }

    private static int widest(Table table, Function<Column, String> part) {
        return table.columns().stream().map(part).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static String type(Column column) {
        return column.type().display() + (column.nullable() ? "?" : "");
    }

    private static String keys(Table table, Column column) {
        var primary = table.isPrimaryKey(column.name()) ? "PK " : "";
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(key -> "-> " + key.target())
                .collect(Collectors.joining(" ", primary, ""))
                .strip();
    }

    /** Truncates the line to the width, then colours its end. */
    private void line(StringBuilder text, Ink ink, String start, String end) {
        var whole = (start + end).stripTrailing();
        var cut = whole.length() <= width ? whole : whole.substring(0, width - 1) + "…";
        var split = Math.min(start.length(), cut.length());
        text.append(cut, 0, split);
        if (split < cut.length()) {
            text.append(colour ? ink.paint(cut.substring(split)) : cut.substring(split));
        }
        text.append('\n');
    }

    private enum Ink {
        BOLD(1),
        FAINT(2),
        CYAN(36);

        private final int code;

        Ink(int code) {
            this.code = code;
        }

        String paint(String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    }
}
