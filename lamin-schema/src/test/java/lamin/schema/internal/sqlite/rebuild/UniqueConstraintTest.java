package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A unique constraint that goes, or gets another name, is an index of ours or a part of a table that another tool made. */
class UniqueConstraintTest {
    private static final TestModule PLATES = TestModule.named("assay").then("plates", op -> {
        op.createTable("assay_plate")
                .column("id", int64())
                .identity()
                .column("barcode", string(20))
                .primaryKey("id")
                .unique("barcode");
        op.createTable("assay_well")
                .column("id", int64())
                .identity()
                .column("plate", string(20))
                .column("number", int32())
                .primaryKey("id")
                .foreignKey("plate")
                .references("assay_plate", "barcode");
    });

    /** Who wrote the table. */
    enum Tool {
        OURS,
        PYTHON
    }

    private final Database database = Database.sqlite();

    @AfterEach
    void close() {
        database.close();
    }

    private void deploy(Tool tool) {
        database.deploy(PLATES);
        if (tool == Tool.PYTHON) {
            database.execute(
                    "DROP TABLE assay_plate",
                    "CREATE TABLE \"assay_plate\" (\"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                            + " \"barcode\" varchar(20) NULL UNIQUE)");
        }
        database.execute("INSERT INTO assay_plate (barcode) VALUES ('P1'), ('P2')");
    }

    private String place() {
        return database.value("SELECT rootpage || sql FROM sqlite_schema WHERE name = 'assay_plate'");
    }

    private void migrate(Consumer<Operations> upgrade) {
        database.deploy(PLATES.then("changed", upgrade));
    }

    @ParameterizedTest
    @EnumSource
    void dropping_one_lets_values_repeat(Tool tool) {
        deploy(tool);
        var before = place();

        migrate(op -> {
            op.dropConstraint("assay_well", "assay_well_plate_fkey");
            op.dropConstraint("assay_plate", "assay_plate_barcode_key");
        });
        database.execute("INSERT INTO assay_plate (barcode) VALUES ('P2')");

        assertThat(database.rows("SELECT id, barcode FROM assay_plate")).containsExactly("1|P1", "2|P2", "3|P2");
        assertThat(place().equals(before)).as("in place").isEqualTo(tool == Tool.OURS);
    }

    @ParameterizedTest
    @EnumSource
    void another_name_changes_no_row(Tool tool) {
        deploy(tool);
        var before = place();

        migrate(op -> op.renameConstraint("assay_plate", "assay_plate_barcode_key", "one_plate"));

        assertThat(database.rows("SELECT name FROM sqlite_schema WHERE tbl_name = 'assay_plate' AND sql LIKE '%UNIQUE%'"
                        + " AND type = 'index'"))
                .containsExactly("one_plate");
        assertThat(database.rows("SELECT id, barcode FROM assay_plate")).containsExactly("1|P1", "2|P2");
        assertThat(place().equals(before)).as("in place").isEqualTo(tool == Tool.OURS);
    }

    @ParameterizedTest
    @EnumSource
    void in_one_migration_with_a_rebuild_it_goes_as_well(Tool tool) {
        deploy(tool);

        migrate(op -> {
            op.alterColumn("assay_plate", "barcode").defaultValue("none");
            op.dropConstraint("assay_well", "assay_well_plate_fkey");
            op.dropConstraint("assay_plate", "assay_plate_barcode_key");
            op.addColumn("assay_plate", "note", string(20));
        });
        database.execute("INSERT INTO assay_plate (barcode) VALUES ('P2')");

        assertThat(database.rows("SELECT barcode FROM assay_plate")).containsExactly("P1", "P2", "P2");
    }
}
