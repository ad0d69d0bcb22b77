package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Reads models from a compact text: {@code table module name Entity}, then a line for each column and together-unique. */
public final class Facts {
    private Facts() {}

    /** The 141 tables of core and bionty. */
    public static SchemaModel coreAndBionty() {
        try (var in = Objects.requireNonNull(Facts.class.getResourceAsStream("core-bionty.txt"))) {
            return parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three tables: one link table and, with {@code ""}, one of no module. */
    public static SchemaModel tiny() {
        return parse("""
                table assay assay_notebook Notebook
                  id int32 pk
                  title string(255) unique
                  created_by_id int32 null -> assay_person
                table assay assay_person Person
                  id int32 pk
                  name text
                table assay assay_notebookperson NotebookPerson
                  id int32 pk
                  notebook_id int32 -> assay_notebook
                  person_id int32 -> assay_person
                table - scratch scratch
                  x int32 null
                """);
    }

    public static SchemaModel parse(String text) {
        List<Table> tables = new ArrayList<>();
        for (var line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
            var words = List.of(line.strip().split(" "));
            if (line.startsWith("table")) {
                var module = words.get(1).equals("-") ? "" : words.get(1);
                tables.add(Table.of(TableName.of(words.get(2)), module).withEntity(words.get(3)));
            } else {
                tables.add(with(tables.removeLast(), words));
            }
        }
        return SchemaModel.of(tables);
    }

    private static Table with(Table table, List<String> words) {
        if (words.getFirst().equals("together")) {
            return table.with(new UniqueConstraint(null, words.subList(1, words.size())));
        }
        var name = words.getFirst();
        var result = table.with(Column.of(name, type(words.get(1))).withNullable(words.contains("null")));
        if (words.contains("pk")) {
            result = result.with(PrimaryKey.of(name));
        }
        if (words.contains("unique")) {
            result = result.with(UniqueConstraint.of(name));
        }
        var arrow = words.indexOf("->");
        return arrow < 0 ? result : result.with(ForeignKey.of(name, TableName.of(words.get(arrow + 1))));
    }

    private static ColumnType type(String word) {
        if (word.startsWith("string(")) {
            return new ColumnType.VarChar(Integer.parseInt(word.substring(7, word.length() - 1)));
        }
        return switch (word) {
            case "bool" -> new ColumnType.Bool();
            case "int16" -> new ColumnType.Int16();
            case "int32" -> new ColumnType.Int32();
            case "int64" -> new ColumnType.Int64();
            case "float64" -> new ColumnType.Float64();
            case "text" -> new ColumnType.Text();
            case "json" -> new ColumnType.Json();
            case "date" -> new ColumnType.Date();
            case "timestamptz" -> new ColumnType.TimestampTz();
            default -> throw new IllegalArgumentException("no type " + word);
        };
    }
}
