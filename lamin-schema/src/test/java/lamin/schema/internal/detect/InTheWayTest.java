package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamin.schema.fixture.ModelDifferences;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

/** What goes, and what others do with its place. */
class InTheWayTest {
    private static final TableName SAMPLE = TableName.of("assay_sample");
    private static final Column NAME = Column.of("name", ColumnTypes.text());
    private static final Column TITLE = Column.of("title", ColumnTypes.text());

    @Test
    void a_column_takes_the_name_of_one_that_is_dropped() {
        var before = model(Table.of(SAMPLE, "assay", NAME, TITLE));
        var after = model(Table.of(SAMPLE, "assay", NAME));
        var decisions = Decisions.NONE.withRename("assay_sample.title", "name").withDrop("assay_sample.name");

        assertThat(changes(before, after, decisions))
                .containsExactly(
                        new RenameColumn(SAMPLE, "name", "name_moving", null),
                        new RenameColumn(SAMPLE, "title", "name", null),
                        new DropColumn(SAMPLE, "name_moving"));
    }

    @Test
    void an_index_comes_back_with_the_column_that_is_computed_otherwise() {
        var index = Index.on("title");
        var lower = TITLE.generatedAs("lower(name)");
        var upper = TITLE.generatedAs("upper(name)");
        var before = model(Table.of(SAMPLE, "assay", NAME, lower).with(index));
        var after = model(Table.of(SAMPLE, "assay", NAME, upper).with(index));

        assertThat(changes(before, after, Decisions.NONE)).endsWith(new CreateIndex(SAMPLE, index, false));
    }

    @Test
    void a_column_is_computed_from_one_after_that_is_what_it_will_be() {
        var upper = TITLE.generatedAs("upper(name)");
        var lower = Column.of("small", ColumnTypes.text()).generatedAs("lower(title)");
        var before = model(Table.of(SAMPLE, "assay", NAME, upper));
        var after = model(Table.of(SAMPLE, "assay", NAME, TITLE, lower));

        assertThat(changes(before, after, Decisions.NONE)).endsWith(new AddColumn(SAMPLE, lower, null));
    }

    @Test
    void a_foreign_key_of_a_dropped_table_goes_before_the_key_it_points_to() {
        var sample = Table.of(SAMPLE, "assay", NAME.withNullable(false));
        var tube = Table.of(TableName.of("assay_tube"), "assay", TITLE)
                .with(ForeignKey.of("title", SAMPLE).withTarget(SAMPLE, List.of("name")));
        var before = model(sample.with(PrimaryKey.of("name")), tube);

        assertThat(changes(before, model(sample), Decisions.NONE.withAllDrops()))
                .containsExactly(
                        new DropConstraint(tube.name(), "assay_tube_title_fkey"),
                        new DropPrimaryKey(SAMPLE),
                        new DropTable(tube.name()));
    }

    private static SchemaModel model(Table... tables) {
        return SchemaModel.of(List.of(tables));
    }

    /** The operations, which lead to the state after. */
    private static List<Operation> changes(SchemaModel before, SchemaModel after, Decisions decisions) {
        var operations =
                Detector.detect(before, after, Map.of(), Hints.NONE, decisions).of("assay");
        var replayed = Replay.of(before, Owner.of("assay"), operations);
        assertThat(ModelDifferences.between(after, replayed)).isEmpty();
        return operations;
    }
}
