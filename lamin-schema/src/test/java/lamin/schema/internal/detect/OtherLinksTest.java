package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

/** The collection of an entity points to another one. */
class OtherLinksTest {
    private static final TableName LINKS = TableName.of("lab_assay_tags");
    private static final SchemaModel BEFORE =
            SchemaModel.of(List.of(entity("assay"), entity("tag"), entity("label"), links("tag")));
    private static final SchemaModel AFTER =
            SchemaModel.of(List.of(entity("assay"), entity("tag"), entity("label"), links("label")));

    @Test
    void links_to_other_rows_are_a_new_table_and_the_old_one_is_asked_about() {
        assertThat(detect(BEFORE, AFTER, Decisions.NONE).questions())
                .containsExactly(new Question.Drop("lab_assay_tags", true, List.of(), true));
        assertThat(detect(BEFORE, AFTER, Decisions.NONE.withDrop("lab_assay_tags"))
                        .of("lab"))
                .hasExactlyElementsOfTypes(DropTable.class, CreateTable.class);
    }

    @Test
    void links_to_a_renamed_entity_are_asked_about_when_it_is_known_what_became_of_that() {
        var before = SchemaModel.of(List.of(entity("assay"), entity("tag"), links("tag")));
        var after = SchemaModel.of(List.of(entity("assay"), entity("label"), links("label")));

        assertThat(detect(before, after, Decisions.NONE).nextQuestions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Question.Rename.class,
                        rename -> assertThat(rename.equal()).containsExactly("lab_label"));
        var renamed = detect(before, after, Decisions.NONE.withRename("lab_tag", "lab_label"));
        assertThat(renamed.questions()).isEmpty();
        assertThat(renamed.of("lab")).hasExactlyElementsOfTypes(RenameTable.class, RenameColumn.class);
        var dropped = detect(before, after, Decisions.NONE.withDrop("lab_tag"));
        assertThat(dropped.questions()).containsExactly(new Question.Drop("lab_assay_tags", true, List.of(), true));
    }

    private static Detection detect(SchemaModel before, SchemaModel after, Decisions decisions) {
        return Detector.detect(before, after, Map.of(), Hints.NONE, decisions);
    }

    private static Table entity(String name) {
        return Table.of(TableName.of("lab_" + name), "lab", Column.identity("id"), Column.of("x", ColumnTypes.text()))
                .with(PrimaryKey.of("id"));
    }

    private static Table links(String target) {
        return Table.of(
                        LINKS,
                        "lab",
                        Column.of("assay_id", ColumnTypes.int64()).withNullable(false),
                        Column.of(target + "_id", ColumnTypes.int64()).withNullable(false))
                .with(PrimaryKey.of("assay_id", target + "_id"))
                .with(ForeignKey.of("assay_id", TableName.of("lab_assay")))
                .with(ForeignKey.of(target + "_id", TableName.of("lab_" + target)));
    }
}
