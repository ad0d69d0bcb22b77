package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class SequenceDiffTest {
    private static final Owner SHOP = new Owner("shop", "");

    @Test
    void a_sequence_is_created_after_its_table_and_dropped_before_it() {
        var shop = model(List.of(table("orders")), numbering("orders_seq", "orders"));

        assertThat(detect(SchemaModel.EMPTY, shop)).hasExactlyElementsOfTypes(CreateTable.class, CreateSequence.class);
        assertThat(detect(shop, SchemaModel.EMPTY, Decisions.NONE.withDrop("orders")))
                .hasExactlyElementsOfTypes(DropSequence.class, DropTable.class);
    }

    @Test
    void a_sequence_that_is_called_after_a_renamed_table_follows_it() {
        var before = model(List.of(table("orders")), numbering("orders_seq", "orders"));
        var after = model(List.of(table("purchase")), numbering("purchase_seq", "purchase"));

        assertThat(detect(before, after, Decisions.NONE.withRename("orders", "purchase")))
                .hasExactlyElementsOfTypes(RenameTable.class, RenameSequence.class)
                .contains(new RenameSequence(TableName.of("orders_seq"), "purchase_seq"));
    }

    @Test
    void another_name_for_the_sequence_of_a_table_is_a_rename() {
        var before = model(List.of(table("orders")), numbering("orders_seq", "orders"));
        var after = model(List.of(table("orders")), numbering("order_ids", "orders"));

        assertThat(detect(before, after)).containsExactly(new RenameSequence(TableName.of("orders_seq"), "order_ids"));
    }

    @Test
    void two_sequences_can_exchange_their_names() {
        var tables = List.of(table("orders"), table("items"));
        var before = model(tables, numbering("a", "orders"), numbering("b", "items"));
        var after = model(tables, numbering("b", "orders"), numbering("a", "items"));

        assertThat(Replay.of(before, SHOP, detect(before, after)).sequences())
                .containsExactlyElementsOf(after.sequences());
    }

    @Test
    void another_increment_or_start_and_more_tables_change_it() {
        var tables = List.of(table("orders"), table("items"));
        var before = model(tables, numbering("ids", "orders").withIncrement(1));
        var after = model(tables, numbering("ids", "orders", "items").withStart(1000));

        assertThat(detect(before, after))
                .containsExactly(new AlterSequence(
                        TableName.of("ids"),
                        List.of(
                                new SequenceChange.Increment(50),
                                new SequenceChange.Start(1000),
                                new SequenceChange.Numbers(
                                        numbering("ids", "orders", "items").numbers()))));
    }

    @Test
    void a_sequence_loses_the_columns_that_go_without_being_asked_about() {
        var before = model(List.of(table("orders"), table("items")), numbering("ids", "orders", "items"));
        var after = model(List.of(table("orders")), numbering("ids", "orders"));

        assertThat(detect(before, after, Decisions.NONE.withDrop("items"))).hasExactlyElementsOfTypes(DropTable.class);
    }

    @Test
    void one_table_may_begin_to_use_the_sequence_of_another() {
        var tables = List.of(table("orders"), table("items"));
        var before = model(tables, numbering("orders_seq", "orders"), numbering("items_seq", "items"));
        var after = model(tables, numbering("orders_seq", "orders", "items"));

        assertThat(detect(before, after)).hasExactlyElementsOfTypes(AlterSequence.class, DropSequence.class);
    }

    @Test
    void a_sequence_moves_to_another_module_together_with_its_table() {
        var before = model(List.of(table("orders")), numbering("orders_seq", "orders"));
        var after = SchemaModel.of(
                List.of(table("orders").withModule("sales")),
                List.of(numbering("orders_seq", "orders").withModule("sales")));

        var detection = Detector.detect(
                before, after, Map.of("shop", SHOP, "sales", new Owner("sales", "")), Hints.NONE, Decisions.NONE);

        assertThat(detection.of("shop")).hasOnlyElementsOfType(StateOnly.class).hasSize(2);
        assertThat(detection.of("sales")).hasOnlyElementsOfType(StateOnly.class).hasSize(2);
        assertThat(detection.dependencies().get("sales")).containsExactly("shop");
    }

    private static List<Operation> detect(SchemaModel before, SchemaModel after) {
        return detect(before, after, Decisions.NONE);
    }

    private static List<Operation> detect(SchemaModel before, SchemaModel after, Decisions decisions) {
        var detection = Detector.detect(before, after, Map.of("shop", SHOP), Hints.NONE, decisions);
        assertThat(detection.questions()).isEmpty();
        return detection.of("shop");
    }

    private static SchemaModel model(List<Table> tables, Sequence... sequences) {
        return SchemaModel.of(tables, List.of(sequences));
    }

    private static Table table(String name) {
        var id = Column.of("id", ColumnTypes.int64()).withNullable(false);
        return Table.of(TableName.of(name), "shop", id).with(PrimaryKey.of("id"));
    }

    private static Sequence numbering(String name, String... tables) {
        var columns = Stream.of(tables)
                .map(table -> new NumberedColumn(TableName.of(table), "id"))
                .toList();
        return new Sequence(TableName.of(name), "shop", 1, 50, new TreeSet<>(columns));
    }
}
