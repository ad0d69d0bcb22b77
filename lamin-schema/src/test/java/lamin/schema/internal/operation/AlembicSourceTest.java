package lamin.schema.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class AlembicSourceTest {
    private static final TableName TABLE = TableName.of("assay_plate");

    @Test
    void a_type_without_a_name_is_noted_behind_the_call() {
        var column = Column.of("words", new ColumnType.Other("tsvector"));
        assertThat(AlembicSource.of(new AddColumn(TABLE, column, null)))
                .isEqualTo("op.add_column(\"assay_plate\", sa.Column(\"words\", sa.types.NullType(), nullable=True))"
                        + "  # type tsvector");
    }

    @Test
    void what_fills_a_new_column_is_noted() {
        var column = Column.of("wells", new ColumnType.Int32());
        assertThat(AlembicSource.of(new AddColumn(TABLE, column, "rows *\n columns")))
                .endsWith("nullable=True))  # wells of existing rows is rows * columns");
    }

    @Test
    void the_name_of_a_dropped_key_is_marked_as_assumed() {
        assertThat(AlembicSource.of(new DropPrimaryKey(TABLE)))
                .isEqualTo("op.drop_constraint(\"assay_plate_pkey\", \"assay_plate\", type_=\"primary\")"
                        + "  # or the name that the key was given");
    }

    @Test
    void every_operation_is_one_line_without_control_characters() {
        var operations = Stream.of(
                        Examples.ofTables(),
                        Examples.ofLaterVersions(),
                        Examples.ofSequences(),
                        Examples.ofState(),
                        Examples.ofAuthors())
                .flatMap(List::stream);
        assertThat(operations.map(AlembicSource::of))
                .allSatisfy(line -> assertThat(line).doesNotMatch("(?s).*\\p{Cntrl}.*"));
    }
}
