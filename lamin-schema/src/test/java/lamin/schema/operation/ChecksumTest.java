package lamin.schema.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.sql.DatabaseSql;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final List<Operation> UPGRADE =
            List.of(new RenameColumn(Examples.PERSON, "name", "full_name", null));
    private static final List<Operation> DOWNGRADE =
            List.of(new RenameColumn(Examples.PERSON, "full_name", "name", null));

    @Test
    void it_is_the_same_in_every_version() {
        assertThat(Checksum.of(UPGRADE, DOWNGRADE))
                .isEqualTo("c1:cd2af7ca4ae30016dcc0c2da3af2078bebc0728ccd545db7851023f3023c28fd");
        assertThat(Checksum.of(Examples.ofTables(), Examples.ofState()))
                .isEqualTo("c1:befcd8ad759b86fb939f5cdc33d791907f2923081496a9f0b9e8ed1f8aaaa1df");
    }

    @Test
    void the_canonical_form_leaves_out_what_nobody_said() {
        assertThat(Checksum.canonical(UPGRADE))
                .isEqualTo(
                        "[RenameColumn(table=TableName(name=\"core_person\"),column=\"name\",newName=\"full_name\")]");
    }

    @Test
    void line_ends_do_not_count() {
        assertThat(Checksum.of(List.of(new Execute(DatabaseSql.of("a\r\nb"))), List.of()))
                .isEqualTo(Checksum.of(List.of(new Execute(DatabaseSql.of("a\nb"))), List.of()));
    }

    @Test
    void both_ways_count_and_their_order() {
        assertThat(Checksum.of(UPGRADE, DOWNGRADE)).isNotEqualTo(Checksum.of(DOWNGRADE, UPGRADE));
        assertThat(Checksum.of(UPGRADE, List.of())).isNotEqualTo(Checksum.of(List.of(), UPGRADE));
    }
}
