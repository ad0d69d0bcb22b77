package lamin.schema.internal.checksum;

import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.RowChange;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.internal.operation.StateChange;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Owner;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksumTest {
    static List<Golden> golden() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void every_operation_is_written_as_ever(Golden golden) {
        assertThat(written(golden.script())).isEqualTo("c2\nupgrade\n" + golden.line() + "\ndowngrade\n");
    }

    @Test
    void golden_lines_have_every_kind_of_operation_and_of_what_is_in_it() {
        var found = new HashSet<Object>();
        Golden.all().forEach(golden -> collect(golden.operations(), found));

        assertThat(found)
                .containsAll(kinds(Operation.class))
                .containsAll(kinds(ColumnType.class))
                .containsAll(kinds(DefaultValue.class))
                .containsAll(kinds(ColumnChange.class))
                .containsAll(kinds(RowChange.class))
                .containsAll(kinds(SequenceChange.class))
                .containsAll(kinds(StateChange.class))
                .containsAll(kinds(Constraint.class))
                .contains((Object[]) OnDelete.values());
    }

    @Test
    void the_hash_is_the_same_in_every_version() {
        var checksum = checksum(
                op -> op.alterColumn("notebook", "v").newName("version").schema("core"),
                op -> op.alterColumn("notebook", "version").newName("v").schema("core"));

        assertThat(checksum).isEqualTo("c2:c00d741ffd050fe0d014a75e3d23be7a135c7164ca9db3994bcc1cebcfe28639");
    }

    @Test
    void both_directions_count_and_their_order() {
        assertThat(checksum(op -> op.dropTable("a"), op -> op.dropTable("b")))
                .isNotEqualTo(checksum(op -> op.dropTable("b"), op -> op.dropTable("a")));
        assertThat(checksum(op -> op.dropTable("a"), op -> {}))
                .isNotEqualTo(checksum(op -> {}, op -> op.dropTable("a")));
    }

    @Test
    void the_checksum_of_the_upgrade_is_that_of_a_migration_without_a_downgrade() {
        for (var golden : Golden.all()) {
            var upgrade = golden.operations();
            var pair = Checksum.pair(Owner.of("assay"), upgrade, upgrade);

            assertThat(pair.ofBoth()).isEqualTo(Checksum.of(Owner.of("assay"), upgrade, upgrade));
            assertThat(pair.ofUpgrade()).isEqualTo(Checksum.of(Owner.of("assay"), upgrade, List.of()));
        }
    }

    @Test
    void the_form_of_line_ends_and_the_order_of_databases_do_not_count() {
        assertThat(written(op -> op.execute("a\r\nb"))).isEqualTo(written(op -> op.execute("a\nb")));
        assertThat(written(op -> op.execute(sql().sqlite("a").postgresql("b"))))
                .isEqualTo(written(op -> op.execute(sql().postgresql("b").sqlite("a"))));
    }

    @Test
    void what_goes_without_saying_does_not_count() {
        assertThat(written(op -> op.createTable("assay_well").entity("Well").column("x", text())))
                .isEqualTo(written(
                        op -> op.createTable("assay_well").column("x", text()).property("x")));
        assertThat(written(op ->
                        op.createForeignKey("t", "a").references("b", "id").onDelete(OnDelete.NO_ACTION)))
                .isEqualTo(written(op -> op.createForeignKey("t", "a").references("b")));
    }

    @Test
    void an_entity_is_written_where_the_prefix_of_the_module_does_not_imply_it() {
        var well = new Golden(op -> op.createTable("lab_well").entity("Well"), "").operations();

        assertThat(CanonicalText.of(Owner.of("assay"), well, List.of())).contains("\"entity\":\"Well\"");
        assertThat(CanonicalText.of(new Owner("assay", "lab"), well, List.of())).doesNotContain("entity");
    }

    private static String written(Consumer<Operations> upgrade) {
        return CanonicalText.of(Golden.ASSAY, new Golden(upgrade, "").operations(), List.of());
    }

    private static String checksum(Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
        return Checksum.of(Golden.ASSAY, new Golden(upgrade, "").operations(), new Golden(downgrade, "").operations());
    }

    /** The classes of all records in a value, and its enum constants. */
    private static void collect(Object value, Set<Object> found) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(one, found));
        } else if (value instanceof Enum<?>) {
            found.add(value);
        } else if (value instanceof Record record) {
            found.add(record.getClass());
            Arrays.stream(record.getClass().getRecordComponents()).forEach(component -> {
                try {
                    var part = component.getAccessor().invoke(record);
                    if (part != null) {
                        collect(part, found);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .<Class<?>>flatMap(kind -> kinds(kind).stream())
                        .toList()
                : List.of(sealed);
    }
}
