package lamin.authoring;

import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.entities.EntityModel;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class MissingOperationsTest {
    @Test
    void a_likely_rename_is_the_live_line_and_drop_and_add_stand_under_it() {
        var missing = new MissingOperations(comparison(tables("v", "note"), tables("version", "note")));

        assertThat(missing.problem().text(remedy -> remedy.getClass().getSimpleName()))
                .containsExactly(
                        "// GenerateMigration",
                        "----- add to the new script, upgrade -----",
                        "op.alterColumn(\"assay_note\", \"v\").newName(\"version\");",
                        "// Alembic: op.alter_column(\"assay_note\", column_name=\"v\", new_column_name=\"version\")",
                        "// decision needed: rename assay_note.v=version, or drop assay_note.v",
                        "// or, if it was not a rename:",
                        "// op.addColumn(\"assay_note\", \"version\", string(255));",
                        "// op.dropColumn(\"assay_note\", \"v\");",
                        "----- and to its downgrade -----",
                        "op.alterColumn(\"assay_note\", \"version\").newName(\"v\");",
                        "-----");
    }

    @Test
    void the_same_rename_in_two_tables_is_a_rename_in_both() {
        var block = new MissingOperations(comparison(tables("v", "note", "page"), tables("version", "note", "page")))
                .block();
        assertThat(block)
                .contains(
                        "op.alterColumn(\"assay_note\", \"v\").newName(\"version\");",
                        "op.alterColumn(\"assay_page\", \"v\").newName(\"version\");")
                .noneMatch(line -> line.startsWith("op.dropColumn"));
    }

    @Test
    void nothing_is_printed_where_nothing_is_missing() {
        assertThat(new MissingOperations(comparison(tables("v", "note"), tables("v", "note"))).block())
                .isEmpty();
    }

    private static SchemaModel tables(String column, String... names) {
        return SchemaModel.of(Stream.of(names)
                .map(name -> Table.of(TableName.of("assay_" + name), "assay", Column.of(column, string(255))))
                .toList());
    }

    private static Comparison comparison(SchemaModel scripts, SchemaModel entities) {
        var module = new ModuleInfo(
                "assay",
                "lnschema_assay",
                "0.1.0",
                "",
                "assay",
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Path.of("classes"));
        var model = new EntityModel(entities, Hints.NONE);
        return new Comparison(new Chain(module, List.of()), List.of(), scripts, entities, model);
    }
}
