package lamin.schema.internal.forecast;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Steps;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan tells which rows a deploy would fail on, and a deploy refuses with the same words before it begins. */
class RowChecksTest {
    private static final TestModule LAB = TestModule.named("lab").then("base", op -> {
        op.createTable("lab_plate")
                .column("id", int64())
                .identity()
                .column("barcode", text())
                .primaryKey("id");
        op.createTable("lab_well")
                .column("id", int64())
                .identity()
                .column("name", text())
                .column("volume", int64())
                .column("amount", decimal(10, 2))
                .column("taken", timestamp())
                .column("plate_id", int64())
                .primaryKey("id");
    });

    private static Database withRows(Kind kind) {
        var database = Database.of(kind);
        database.deploy(LAB);
        database.execute(
                "INSERT INTO lab_plate (barcode) VALUES ('P1')",
                "INSERT INTO lab_well (name, volume, amount, taken, plate_id) VALUES"
                        + " ('A1', 5, 1.5, '2026-01-02 00:00:00', 1),"
                        + " ('A1', 70000, 2, '2026-01-02 03:04:05', 7),"
                        + " ('B12', -1, 12345.25, NULL, 1),"
                        + " (NULL, NULL, NULL, NULL, NULL)");
        return database;
    }

    private static List<String> unfit(Database database, Consumer<Operations> upgrade) {
        var module = LAB.then("next", upgrade);
        var planned =
                database.deployer(module).preview().migrations().getFirst().unfit();
        if (planned.isEmpty()) {
            database.deploy(module);
        } else {
            assertThatThrownBy(() -> database.deploy(module))
                    .hasMessageStartingWith(planned.getFirst().describe())
                    .hasMessageEndingWith("nothing was changed")
                    .satisfies(offering(Steps.all(planned.stream()
                            .map(ViolatingRows::remedy)
                            .distinct()
                            .toList())))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(LAB)).isEmpty();
        }
        return planned.stream().map(ViolatingRows::describe).toList();
    }

    @ParameterizedTest
    @EnumSource
    void values_that_are_too_long_or_too_large_for_a_narrower_type(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.alterColumn("lab_well", "name").type(string(2));
                        op.alterColumn("lab_well", "volume").type(int16());
                        op.alterColumn("lab_well", "taken").type(date());
                    }))
                    .satisfiesExactly(
                            name -> assertThat(name)
                                    .isEqualTo("1 rows of lab_well.name hold values that are no string(2), to which"
                                            + " migration lab next (vX.X.X) changes it, for example B12"),
                            volume -> assertThat(volume).contains("no int16", "for example 70000"),
                            taken -> assertThat(taken).contains("no date", "for example 2026-01-02 03:04:05"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void integers_that_a_float_would_round(Kind kind) {
        try (var database = withRows(kind)) {
            database.execute("UPDATE lab_well SET volume = 9007199254740993 WHERE name = 'B12'");

            assertThat(unfit(
                            database, op -> op.alterColumn("lab_well", "volume").type(float64())))
                    .singleElement()
                    .asString()
                    .contains("1 rows of lab_well.volume", "no float64", "for example 9007199254740993");
        }
    }

    @Test
    void digits_that_postgresql_would_cut_off() {
        try (var database = withRows(Kind.POSTGRESQL)) {
            assertThat(unfit(
                            database, op -> op.alterColumn("lab_well", "amount").type(decimal(5, 1))))
                    .singleElement()
                    .asString()
                    .contains("1 rows of lab_well.amount", "no decimal(5, 1)", "for example 12345.25");
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_that_is_no_number(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(
                            database,
                            op -> op.alterColumn("lab_plate", "barcode").type(int32())))
                    .singleElement()
                    .asString()
                    .contains("1 rows of lab_plate.barcode", "no int32", "for example P1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_that_fit_a_narrower_type_are_converted(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.alterColumn("lab_well", "name").type(string(3));
                        op.alterColumn("lab_well", "volume").type(int32());
                    }))
                    .isEmpty();
            assertThat(database.rows("SELECT name, volume FROM lab_well ORDER BY id"))
                    .containsExactly("A1|5", "A1|70000", "B12|-1", "null|null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_alike_in_what_becomes_unique(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.alterColumn("lab_well", "name").newName("label");
                        op.createUniqueConstraint("lab_well", "label");
                        op.createIndex("lab_well", "label", "plate_id").unique();
                        op.createIndex("lab_well", "(lower(label))").unique().where("volume > 0");
                    }))
                    .containsExactly(
                            "2 rows of lab_well have the same (label) as another, which migration lab next (vX.X.X)"
                                    + " makes unique, for example A1",
                            "2 rows of lab_well have the same (lower(label)) as another, which migration lab next"
                                    + " (vX.X.X) makes unique, for example a1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_break_a_check_are_named_by_their_key(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> op.createCheckConstraint("lab_well", "volume >= 0")))
                    .containsExactly("1 rows of lab_well break the check (volume >= 0), which migration lab next"
                            + " (vX.X.X) adds, for example id 3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_point_nowhere(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(
                            database,
                            op -> op.createForeignKey("lab_well", "plate_id").references("lab_plate", "id")))
                    .containsExactly("1 rows of lab_well point by (plate_id) to rows of lab_plate that are not there,"
                            + " and migration lab next (vX.X.X) makes that a foreign key, for example 7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_cannot_point_to_a_table_that_is_new(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.createTable("lab_rack")
                                .column("id", int64())
                                .identity()
                                .primaryKey("id");
                        op.createForeignKey("lab_well", "plate_id").references("lab_rack", "id");
                    }))
                    .singleElement()
                    .asString()
                    .startsWith("3 rows of lab_well point by (plate_id) to rows of lab_rack");
        }
    }

    @ParameterizedTest
    @EnumSource
    void empty_values_of_a_required_column_are_named_by_their_key(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> op.alterColumn("lab_well", "name").nullable(false)))
                    .containsExactly("1 rows of lab_well have no value for column name, which migration lab next"
                            + " (vX.X.X) makes NOT NULL, for example id 4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_the_migration_itself_fixes_are_accepted(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.execute("UPDATE lab_well SET name = 'A' || id");
                        op.createUniqueConstraint("lab_well", "name");
                        op.alterColumn("lab_well", "name").nullable(false);
                    }))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void conversions_of_the_author_are_trusted(Kind kind) {
        try (var database = withRows(kind)) {
            assertThat(unfit(database, op -> {
                        op.alterColumn("lab_well", "name").type(string(1)).using("substr(name, 1, 1)");
                        op.addColumn("lab_well", "done", bool()).notNull().defaultValue(false);
                        op.createCheckConstraint("lab_well", "length(name) = 1");
                    }))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_demands_are_reported_together_with_each_remedy_once(Kind kind) {
        try (var database = withRows(kind)) {
            var module = LAB.then("next", op -> {
                op.createUniqueConstraint("lab_well", "name");
                op.createCheckConstraint("lab_well", "volume < 100");
                op.createCheckConstraint("lab_well", "volume > 0");
            });

            assertThatThrownBy(() -> database.deploy(module))
                    .satisfies(offering(Steps.of(
                            new Advice("fix or delete the duplicate rows"),
                            new Advice("fix or delete the rows that break the check"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plan_shows_what_is_renamed_and_what_would_go_with_examples(Kind kind) {
        try (var database = withRows(kind)) {
            var preview = database.deployer(LAB.then("next", op -> {
                        op.alterColumn("lab_well", "name").newName("label");
                        op.renameTable("lab_plate", "lab_dish");
                        op.dropColumn("lab_well", "volume");
                        op.dropTable("lab_dish");
                    }))
                    .preview()
                    .migrations()
                    .getFirst();

            assertThat(preview.renamings())
                    .extracting(Renaming::describe)
                    .containsExactly(
                            "lab_well.name becomes label with its 3 values, for example A1, A1, B12",
                            "lab_plate becomes lab_dish with its 1 row, for example (id 1, barcode P1)");
            assertThat(preview.losses())
                    .extracting(Loss::amount)
                    .containsExactly("3 values, for example 5, 70000, -1", "1 row, for example (id 1, barcode P1)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plan_shows_an_exchange_of_names_without_the_name_in_between(Kind kind) {
        try (var database = withRows(kind)) {
            var preview = database.deployer(LAB.then("next", op -> {
                        op.alterColumn("lab_well", "name").newName("name_moving");
                        op.alterColumn("lab_well", "volume").newName("name");
                        op.alterColumn("lab_well", "name_moving").newName("volume");
                    }))
                    .preview()
                    .migrations()
                    .getFirst();

            assertThat(preview.renamings())
                    .extracting(renaming -> renaming.name() + " " + renaming.newName())
                    .containsExactly("lab_well.name volume", "lab_well.volume name");
            assertThat(preview.operations())
                    .extracting(Preview.OfOperation::description)
                    .containsExactly("renameColumn lab_well.name volume", "renameColumn lab_well.volume name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deploy_reports_no_values_of_rows(Kind kind) {
        try (var database = withRows(kind)) {
            var module = LAB.then("next", op -> {
                op.alterColumn("lab_well", "name").newName("label");
                op.renameTable("lab_plate", "lab_dish");
            });
            var reported = new ArrayList<String>();

            new Deployer(
                            database::connection,
                            List.of(module.chain()),
                            Database.AUTHOR,
                            notice -> reported.add(notice.message()))
                    .deploy();

            assertThat(reported).isNotEmpty().noneMatch(message -> message.contains("B12") || message.contains("P1"));
        }
    }
}
