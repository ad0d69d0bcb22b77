package lamin.schema.internal.postgres.translation;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL cuts names off after 63 bytes and says nothing. */
class LongNamesTest {
    private static final String LONG = "n".repeat(64);
    private static final String LONGEST = "n".repeat(63);

    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .column("name", text())
                            .primaryKey("id"));

    private final Database database = Database.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("table", op -> op.createTable(LONG).column("id", int64())),
                change("renamed table", op -> op.renameTable("assay_x", LONG)),
                change("column", op -> op.addColumn("assay_x", LONG, text())),
                change("renamed column", op -> op.alterColumn("assay_x", "name").newName(LONG)),
                change(
                        "unique constraint",
                        op -> op.createUniqueConstraint("assay_x", "name").name(LONG)),
                change("index", op -> op.createIndex("assay_x", "name").name(LONG)),
                change("letters of two bytes", op -> op.addColumn("assay_x", "ü".repeat(32), text())));
    }

    private static Arguments change(String name, Consumer<Operations> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_name_that_would_be_cut_off_is_refused(String name, Consumer<Operations> change) {
        database.deploy(BASE);

        assertThatThrownBy(() -> database.deploy(BASE.then("first", op -> op.addColumn("assay_x", "extra", text()))
                        .then("long", change)))
                .hasMessageContaining("assay long (vX.X.X) does not fit")
                .hasMessageContaining("off after 63 bytes")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);

        assertThat(database.differencesTo(BASE)).isEmpty();
    }

    @Test
    void names_of_63_bytes_and_generated_names_that_are_made_shorter_work() {
        var longest = BASE.then("longest", op -> {
            op.renameTable("assay_x", LONGEST);
            op.alterColumn(LONGEST, "name").newName("m".repeat(63));
            op.createUniqueConstraint(LONGEST, "m".repeat(63));
            op.createIndex(LONGEST, "m".repeat(63), "id");
        });

        database.deploy(longest);

        assertThat(database.differencesTo(longest)).isEmpty();
    }
}
