package lamin.schema.internal.operation;

import static lamin.schema.internal.operation.Examples.BOOK;
import static lamin.schema.internal.operation.Examples.CORE;
import static lamin.schema.internal.operation.Examples.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final TableName HUMAN = TableName.of("core_human");

    @Test
    void foreign_keys_of_others_follow_a_renamed_table() {
        var book = table(after(new RenameTable(PERSON, HUMAN, null)), BOOK);

        assertThat(book.foreignKeys()).containsExactly(ForeignKey.of("author_id", HUMAN));
    }

    @Test
    void a_renamed_table_takes_the_entity_that_its_name_implies() {
        assertThat(table(after(new RenameTable(PERSON, HUMAN, null)), HUMAN).entity())
                .isEqualTo("human");
        assertThat(table(after(new RenameTable(PERSON, HUMAN, "Person")), HUMAN).entity())
                .isEqualTo("Person");
        assertThat(table(after(new RenameTable(BOOK, HUMAN, null)), HUMAN).entity())
                .isEqualTo("Book");
    }

    @Test
    void a_renamed_column_is_renamed_in_keys_checks_and_indexes() {
        var state = after(
                new RenameColumn(PERSON, "age", "years", null),
                new RenameColumn(PERSON, "name", "full_name", "name"),
                new RenameColumn(PERSON, "id", "key", null));
        var person = table(state, PERSON);

        assertThat(person.columns()).extracting(Column::name).containsExactly("key", "full_name", "years");
        assertThat(person.columns()).extracting(Column::property).containsExactly("key", "name", "years");
        assertThat(person.primaryKey()).isEqualTo(PrimaryKey.of("key"));
        assertThat(person.uniques()).containsExactly(UniqueConstraint.of("full_name"));
        assertThat(person.checks()).containsExactly(new CheckConstraint("ck_age", "years > 0"));
        assertThat(person.indexes()).containsExactly(Index.on("years"));
        assertThat(table(state, BOOK).foreignKeys())
                .containsExactly(ForeignKey.of("author_id", PERSON).withTarget(PERSON, List.of("key")));
    }

    @Test
    void the_name_of_an_enum_check_follows_table_and_column() {
        var check = new CheckConstraint(Names.ofEnumCheck(PERSON, "name"), "name in ('A', 'B')");
        var person = table(
                after(
                        new CreateCheckConstraint(PERSON, check),
                        new RenameColumn(PERSON, "name", "kind", null),
                        new RenameTable(PERSON, HUMAN, null)),
                HUMAN);

        assertThat(person.checks()).contains(new CheckConstraint("core_human_kind_enum", "kind in ('A', 'B')"));
    }

    @Test
    void a_dropped_column_takes_its_keys_checks_and_indexes_along() {
        var person = table(after(new DropColumn(PERSON, "age"), new DropColumn(PERSON, "name")), PERSON);

        assertThat(person.columns()).extracting(Column::name).containsExactly("id");
        assertThat(person.uniques()).isEmpty();
        assertThat(person.checks()).isEmpty();
        assertThat(person.indexes()).isEmpty();
    }

    @Test
    void an_altered_column_keeps_what_is_not_said() {
        var before = table(Examples.state(), PERSON).column("age").orElseThrow();
        var wider = new AlterColumn(PERSON, "age", List.of(new ColumnChange.Type(ColumnTypes.int64())), null, null);

        assertThat(table(after(wider), PERSON).column("age")).contains(before.withType(ColumnTypes.int64()));
    }

    @Test
    void a_constraint_that_gets_the_name_by_convention_has_none_of_its_own() {
        var renamed = new RenameConstraint(PERSON, "core_person_name_key", "uq");
        var back = new RenameConstraint(PERSON, "uq", "core_person_name_key");

        assertThat(table(after(renamed), PERSON).uniques())
                .containsExactly(new UniqueConstraint("uq", List.of("name")));
        assertThat(table(after(renamed, back), PERSON).uniques()).containsExactly(UniqueConstraint.of("name"));
    }

    @Test
    void a_table_leaves_the_state_although_others_point_to_it() {
        var state = after(new StateOnly(new StateChange.Applied(new DropTable(PERSON))));

        assertThat(state.table(PERSON)).isEmpty();
        assertThat(state.table(BOOK)).isPresent();
    }

    @Test
    void operations_of_every_kind_fit_one_after_the_other() {
        var operations = Stream.concat(Examples.ofTables().stream(), Examples.ofState().stream())
                .toList();

        var state = Replay.of(Examples.state(), CORE, operations);

        assertThat(state.tables()).extracting(Table::entity).containsExactlyInAnyOrder("Volume", "Person");
        assertThat(state.tables()).extracting(Table::module).containsOnly("core");
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void what_does_not_fit_is_refused(Operation operation, String reason) {
        assertThatExceptionOfType(MisfitException.class)
                .isThrownBy(() -> after(operation))
                .withMessageContaining(reason);
    }

    static Stream<Arguments> misfits() {
        var nowhere = TableName.of("nowhere");
        return Stream.of(
                misfit(new CreateTable(Table.of(PERSON, "core")), "core_person already exists"),
                misfit(
                        new CreateTable(Table.of(nowhere, "core")
                                .withForeignKeys(List.of(ForeignKey.of("x", TableName.of("elsewhere"))))),
                        "no table elsewhere"),
                misfit(new DropTable(nowhere), "no table nowhere"),
                misfit(new DropTable(PERSON), "foreign keys of [lib.book]"),
                misfit(new RenameTable(nowhere, HUMAN, null), "no table nowhere"),
                misfit(new RenameTable(PERSON, BOOK, null), "lib.book already exists"),
                misfit(new AddColumn(PERSON, Column.of("age", ColumnTypes.text()), null), "age already exists"),
                misfit(new DropColumn(PERSON, "size"), "no column core_person.size"),
                misfit(new DropColumn(PERSON, "id"), "the foreign key of lib.book[author_id]"),
                misfit(new RenameColumn(PERSON, "size", "x", null), "no column core_person.size"),
                misfit(new RenameColumn(PERSON, "age", "name", null), "name already exists"),
                misfit(new AlterColumn(PERSON, "size", List.of(), null, null), "no column core_person.size"),
                misfit(new DropPrimaryKey(nowhere), "no table nowhere"),
                misfit(new CreateForeignKey(PERSON, ForeignKey.of("size", BOOK)), "no column core_person.size"),
                misfit(
                        new CreateForeignKey(PERSON, ForeignKey.of("age", BOOK).withTarget(BOOK, List.of("isbn"))),
                        "no column lib.book.isbn"),
                misfit(new CreateUniqueConstraint(PERSON, UniqueConstraint.of("name")), "already exists"),
                misfit(new DropConstraint(PERSON, "ck"), "no constraint ck of core_person"),
                misfit(new RenameConstraint(PERSON, "ck", "ck2"), "no constraint ck of core_person"),
                misfit(new CreateIndex(PERSON, Index.on("age"), false), "already exists"),
                misfit(new CreateIndex(PERSON, Index.on("size"), false), "no column core_person.size"),
                misfit(new DropIndex(PERSON, "ix"), "no index ix of core_person"),
                misfit(new RenameIndex(PERSON, "ix", "ix2"), "no index ix of core_person"),
                misfit(new TableComment(nowhere, "x"), "no table nowhere"));
    }

    private static Arguments misfit(Operation operation, String reason) {
        return Arguments.of(operation, reason);
    }

    private static SchemaModel after(Operation... operations) {
        return Replay.of(Examples.state(), CORE, List.of(operations));
    }

    private static Table table(SchemaModel state, TableName name) {
        return state.table(name).orElseThrow();
    }
}
