package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.time;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.UtcText;
import org.junit.jupiter.api.Test;

/** Dates and texts that become times. */
class ConvertedTimesTest {
    private static final TestModule DAYS = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_day")
                            .column("day", date())
                            .column("note", text())
                            .column("again", date()));

    private static final TestModule TIMES = DAYS.then("times", op -> {
        op.alterColumn("assay_day", "day").type(timestamptz());
        op.alterColumn("assay_day", "note").type(timestamptz());
    });

    @Test
    void postgresql_converts_them_as_utc_whatever_the_time_zone_of_the_session() {
        try (var database = Database.postgres()) {
            database.deploy(DAYS);
            database.execute("INSERT INTO assay_day (day, note) VALUES ('2024-01-01', '2024-01-01 12:00:00')");

            new Deployer(() -> inTokyo(database), List.of(TIMES.chain()), Database.AUTHOR, Notices.NONE).deploy();

            assertThat(database.rows("SELECT day AT TIME ZONE 'UTC', note AT TIME ZONE 'UTC' FROM assay_day"))
                    .containsExactly("2024-01-01 00:00:00|2024-01-01 12:00:00");
        }
    }

    private static Connection inTokyo(Database database) throws SQLException {
        var connection = database.connection();
        Jdbc.execute(connection, "SET TimeZone = 'Asia/Tokyo'");
        return connection;
    }

    @Test
    void sqlite_gives_a_date_the_time_that_readers_expect() {
        try (var database = Database.sqlite()) {
            database.deploy(DAYS);
            database.execute("INSERT INTO assay_day (day, again) VALUES ('2024-01-01', '2024-02-29'), (NULL, NULL)");

            database.deploy(DAYS.then("times", op -> {
                op.alterColumn("assay_day", "day").type(timestamptz());
                op.alterColumn("assay_day", "again").type(timestamp());
            }));

            assertThat(database.rows("SELECT day, again FROM assay_day"))
                    .containsExactly("2024-01-01 00:00:00|2024-02-29 00:00:00", "null|null");
            assertThat(UtcText.parse(database.value("SELECT day FROM assay_day")))
                    .isEqualTo("2024-01-01T00:00:00Z");
        }
    }

    @Test
    void sqlite_takes_midnight_back_to_its_date_and_refuses_other_times() {
        try (var database = Database.sqlite()) {
            var times = TestModule.named("assay")
                    .then("base", op -> op.createTable("assay_day").column("day", timestamp()));
            var days =
                    times.then("days", op -> op.alterColumn("assay_day", "day").type(date()));
            database.deploy(times);
            database.execute("INSERT INTO assay_day VALUES ('2024-01-01 00:00:00.000001'), ('2024-01-02 00:00:00')");

            assertThatThrownBy(() -> database.deploy(days)).hasMessageContaining("1 rows");

            database.execute("DELETE FROM assay_day WHERE day LIKE '2024-01-01%'");
            database.deploy(days);
            assertThat(database.rows("SELECT day FROM assay_day")).containsExactly("2024-01-02");
        }
    }

    @Test
    void sqlite_refuses_a_date_that_is_none() {
        try (var database = Database.sqlite()) {
            database.deploy(DAYS);
            database.execute("INSERT INTO assay_day (day) VALUES ('2024-13-45')");

            assertThatThrownBy(() -> database.deploy(TIMES)).hasMessageContaining("for example '2024-13-45'");
        }
    }

    @Test
    void sqlite_refuses_texts_that_only_it_takes_for_moments_and_times() {
        var texts = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_text")
                                .column("moment", text())
                                .column("clock", text()));
        for (var row : List.of(
                "'2024-02-30 10:00:00', NULL", "'now', NULL", "'10:00', NULL", "NULL, 'now'", "NULL, '2460000.5'")) {
            try (var database = Database.sqlite()) {
                database.deploy(texts);
                database.execute(
                        "INSERT INTO assay_text VALUES ('2024-02-29T10:00:00+02:00', '10:00:00')",
                        "INSERT INTO assay_text VALUES (" + row + ")");

                assertThatThrownBy(() -> database.deploy(texts.then("times", op -> {
                            op.alterColumn("assay_text", "moment").type(timestamptz());
                            op.alterColumn("assay_text", "clock").type(time());
                        })))
                        .as(row)
                        .hasMessageStartingWith("1 rows of assay_text.");
            }
        }
    }
}
