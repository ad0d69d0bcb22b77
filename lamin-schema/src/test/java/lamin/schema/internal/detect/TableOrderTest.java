package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class TableOrderTest {
    @Test
    void tables_that_others_point_to_come_first() {
        assertThat(creations(table("a", "c"), table("b"), table("c")))
                .containsExactly("createTable c", "createTable a", "createTable b");
    }

    @Test
    void a_key_to_the_table_itself_is_no_circle() {
        assertThat(creations(table("a", "a"))).containsExactly("createTable a");
        assertThat(drops(table("a", "a"))).containsExactly("dropTable a");
    }

    @Test
    void a_circle_is_opened_at_its_first_table() {
        assertThat(creations(table("a", "b"), table("b", "c"), table("c", "a")))
                .containsExactly("createTable a", "createTable c", "createTable b", "createForeignKey a.b b");
        assertThat(drops(table("a", "b"), table("b", "c"), table("c", "a")))
                .containsExactly("dropConstraint a a_b_fkey", "dropTable b", "dropTable c", "dropTable a");
    }

    @Test
    void circles_that_touch_are_opened_one_by_one() {
        assertThat(creations(table("a", "b"), table("b", "a", "c"), table("c", "b")))
                .containsExactly(
                        "createTable a",
                        "createTable b",
                        "createTable c",
                        "createForeignKey b.c c",
                        "createForeignKey a.b b");
    }

    @Test
    void a_long_chain_of_keys_is_no_matter() {
        var chain = IntStream.range(0, 20_000)
                .mapToObj(i -> i == 19_999 ? table("t" + i) : table("t" + i, "t" + (i + 1)))
                .toList();

        assertThat(TableOrder.creations(chain)).hasSize(20_000);
        assertThat(TableOrder.drops(chain)).hasSize(20_000);
    }

    private static Table table(String name, String... targets) {
        return Table.of(
                        TableName.of(name),
                        "m",
                        Stream.concat(Stream.of("id"), Arrays.stream(targets))
                                .map(column -> Column.of(column, ColumnTypes.int64()))
                                .toArray(Column[]::new))
                .withForeignKeys(Arrays.stream(targets)
                        .map(target -> ForeignKey.of(target, TableName.of(target)))
                        .toList());
    }

    private static List<String> creations(Table... tables) {
        return described(TableOrder.creations(List.of(tables)));
    }

    private static List<String> drops(Table... tables) {
        return described(TableOrder.drops(List.of(tables)));
    }

    private static List<String> described(List<? extends Operation> operations) {
        var state = new Replay(SchemaModel.EMPTY);
        return operations.stream()
                .map(operation -> Description.of(operation, state))
                .toList();
    }
}
