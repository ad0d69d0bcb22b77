package lamin.authoring;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.internal.entities.InitialValues;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_column_follows_its_table_that_is_renamed_in_the_same_step() {
        var doc = Table.of(TableName.of("assay_doc"), "assay", Column.identity("id"), Column.of("title", string(80)));
        var paper =
                Table.of(TableName.of("assay_paper"), "assay", Column.identity("id"), Column.of("title", string(99)));
        var before = SchemaModel.of(List.of(doc.with(PrimaryKey.of("id")), citation("doc")));
        var after = SchemaModel.of(List.of(paper.with(PrimaryKey.of("id")), citation("paper")));

        assertThat(new MissingOperations(comparison(before, after)).block())
                .doesNotContain("op.dropTable(\"assay_doc\");", "op.dropColumn(\"assay_citation\", \"doc_id\");");
        var alike = paper.withColumns(doc.columns()).with(PrimaryKey.of("id"));
        assertThat(new MissingOperations(comparison(before, SchemaModel.of(List.of(alike, citation("paper"))))).block())
                .containsSequence("op.renameTable(\"assay_doc\", \"assay_paper\");")
                .contains(
                        "op.alterColumn(\"assay_citation\", \"doc_id\").newName(\"paper_id\");",
                        "// decision needed: rename assay_citation.doc_id=paper_id, or drop assay_citation.doc_id");
    }

    private static Table citation(String target) {
        var table = TableName.of("assay_citation");
        return Table.of(table, "assay", Column.of(target + "_id", int64()), Column.of("page", int64()))
                .with(ForeignKey.of(target + "_id", TableName.of("assay_" + target)));
    }

    @Test
    void a_rename_that_is_less_likely_is_a_comment_under_the_drop() {
        var before = SchemaModel.of(List.of(Table.of(
                TableName.of("assay_note"), "assay", Column.of("body", string(255)), Column.of("mood", string(9)))));
        var after = SchemaModel.of(List.of(Table.of(
                TableName.of("assay_note"),
                "assay",
                Column.of("language", string(7)),
                Column.of("body", string(255)).withNullable(false))));

        assertThat(new MissingOperations(comparison(before, after)).block())
                .contains(
                        "op.dropColumn(\"assay_note\", \"mood\");",
                        "// decision needed: drop assay_note.mood, or rename assay_note.mood=language (string(9) becomes"
                                + " string(7))",
                        "// or, if assay_note.mood was renamed to language:",
                        "// op.alterColumn(\"assay_note\", \"mood\").newName(\"language\");");
    }

    @Test
    void nothing_is_printed_where_nothing_is_missing() {
        assertThat(new MissingOperations(comparison(tables("v", "note"), tables("v", "note"))).block())
                .isEmpty();
    }

    @Test
    void that_another_hibernate_has_read_the_entities_is_said_where_operations_are_missing() {
        assertThat(new MissingOperations(written("7.2.19.Final", tables("v", "note", "reply"), "7.4.15.Final")).block())
                .contains("// the entities were read with Hibernate 7.4.15.Final, but V1 was written with 7.2.19.Final,"
                        + " which may map them to other tables: if the service runs with 7.4.15.Final, keep these"
                        + " operations, otherwise read the entities with 7.2.19.Final");
        assertThat(new MissingOperations(written("7.2.19.Final", tables("v", "note"), "7.4.15.Final")).block())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7.2.19.Final, 7.2.25.Final", "7.2.19.Final, 7.2.19.Final", "'', 7.4.15.Final", "7.2.19.Final, ''"})
    void releases_that_map_alike_and_unknown_ones_are_not_mentioned(String then, String now) {
        assertThat(new MissingOperations(written(then, tables("v", "note", "reply"), now)).block())
                .isNotEmpty()
                .noneMatch(line -> line.contains("Hibernate"));
    }

    /** A table note, which a script that names this version of Hibernate creates, and entities read with another one. */
    private static Comparison written(String then, SchemaModel entities, String now) {
        var without = comparison(tables("v", "note"), entities);
        var info = new RevisionInfo(
                "000000000001",
                List.of(),
                "v1.0.0",
                List.of(),
                List.of(),
                "",
                true,
                List.of(),
                then,
                "lnschema_assay.migrations.versions.V1",
                List.of());
        return new Comparison(
                new Chain(without.module(), List.of(new Script(without.module().owner(), info, List.of(), List.of()))),
                List.of(),
                without.scripts(),
                entities,
                new EntityModel(entities, Hints.NONE, InitialValues.NONE, now));
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
