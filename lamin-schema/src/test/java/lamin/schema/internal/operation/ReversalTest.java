package lamin.schema.internal.operation;

import static lamin.schema.internal.operation.Examples.CORE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.fixture.Systems;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class ReversalTest {
    @Test
    void the_way_back_leads_to_the_state_before_from_every_step() {
        goBackFromEveryStep(Stream.concat(Examples.ofTables().stream(), Examples.ofState().stream())
                .toList());
    }

    @Test
    void a_sequence_comes_back_with_the_columns_that_it_numbered() {
        goBackFromEveryStep(Examples.ofSequences());
    }

    private static void goBackFromEveryStep(List<Operation> operations) {
        var before = Examples.state();
        for (int steps = 1; steps <= operations.size(); steps++) {
            var way = operations.subList(0, steps);
            var back = Reversal.of(before, CORE, way);
            var found = Replay.of(Replay.of(before, CORE, way), CORE, back);

            assertThat(differences(before, found))
                    .as("back from " + way.getLast())
                    .isEmpty();
            assertThat(found.sequences()).as("back from " + way.getLast()).isEmpty();
        }
    }

    @Test
    void a_column_comes_back_with_the_keys_and_indexes_that_went_with_it() {
        var before = Examples.state();
        List<Operation> way = List.of(new DropColumn(Examples.PERSON, "age"), new DropColumn(Examples.PERSON, "name"));

        var found = Replay.of(Replay.of(before, CORE, way), CORE, Reversal.of(before, CORE, way));

        assertThat(differences(before, found)).isEmpty();
    }

    @Test
    void an_entity_that_a_new_name_happens_to_imply_is_named_on_the_way_back() {
        var cat = Table.of(TableName.of("cat"), "core").withEntity("Dog");
        var before = SchemaModel.of(List.of(cat));
        List<Operation> way = List.of(new RenameTable(cat.name(), TableName.of("core_dog"), null));

        assertThat(Reversal.of(before, CORE, way))
                .containsExactly(new RenameTable(TableName.of("core_dog"), cat.name(), "Dog"));
    }

    @Test
    void a_property_that_a_new_name_happens_to_imply_is_named_on_the_way_back() {
        var name = TableName.of("core_a");
        var before = SchemaModel.of(List.of(
                Table.of(name, "core", Column.of("x", ColumnTypes.text()).withProperty("field"))));
        List<Operation> way = List.of(new RenameColumn(name, "x", "field", null));

        assertThat(Reversal.of(before, CORE, way)).containsExactly(new RenameColumn(name, "field", "x", "field"));
    }

    @Test
    void what_authors_wrote_themselves_has_no_way_back_by_itself() {
        assertThat(Reversal.of(Examples.state(), CORE, Examples.ofAuthors()))
                .hasSameSizeAs(Examples.ofAuthors())
                .allMatch(Irreversible.class::isInstance);
    }

    private static List<String> differences(SchemaModel expected, SchemaModel found) {
        assertThat(found.tables())
                .extracting(table -> table.module() + "." + table.entity())
                .containsExactlyElementsOf(expected.tables().stream()
                        .map(table -> table.module() + "." + table.entity())
                        .toList());
        return LogicalForm.differences(
                LogicalForm.of(expected, Systems.POSTGRESQL), LogicalForm.of(found, Systems.POSTGRESQL));
    }
}
