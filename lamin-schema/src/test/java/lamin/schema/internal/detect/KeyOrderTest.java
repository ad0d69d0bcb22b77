package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final Owner OWNER = new Owner("m", "m");

    private static Table table(String name) {
        return Table.of(
                TableName.of(name), "m", Column.of("id", ColumnTypes.int64()), Column.of("code", ColumnTypes.int64()));
    }

    private static List<String> changes(SchemaModel before, SchemaModel after) {
        return Detector.detect(before, after, Map.of("m", OWNER), Hints.NONE, Decisions.NONE).of("m").stream()
                .map(operation -> Description.of(operation, new Replay(before)))
                .toList();
    }

    @Test
    void a_foreign_key_comes_after_the_unique_index_that_it_needs_and_goes_before_it() {
        var without = SchemaModel.of(List.of(table("m_a"), table("m_b")));
        var with = SchemaModel.of(List.of(
                table("m_a")
                        .with(ForeignKey.of("code", TableName.of("m_b"))
                                .withTarget(TableName.of("m_b"), List.of("code"))),
                table("m_b").with(Index.of("by_code", true, Index.Key.column("code")))));

        assertThat(changes(without, with)).hasSize(2).first().asString().startsWith("createIndex");
        assertThat(changes(with, without)).hasSize(2).last().asString().startsWith("dropIndex");
    }
}
