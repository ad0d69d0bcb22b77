package lamin.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {
    @ParameterizedTest
    @EnumSource
    void two_databases_do_not_see_each_other(TestDatabase.Kind kind) throws SQLException {
        try (var one = kind.create();
                var other = kind.create();
                var inOne = one.connection();
                var inOther = other.connection()) {
            execute(inOne, "CREATE TABLE notebook (id integer)");
            execute(inOther, "CREATE TABLE notebook (id integer)");
            assertThat(one.url()).isNotEqualTo(other.url());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_stay_until_the_database_is_closed(TestDatabase.Kind kind) throws SQLException {
        try (var database = kind.create()) {
            try (var connection = database.connection()) {
                execute(connection, "CREATE TABLE notebook (id integer)");
                execute(connection, "INSERT INTO notebook VALUES (7)");
            }
            try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
                assertThat(number(connection, "SELECT id FROM notebook")).isEqualTo(7);
            }
        }
    }

    @Test
    void a_closed_sqlite_database_leaves_no_file() throws SQLException {
        Path file;
        try (var database = TestSqlite.create()) {
            file = database.file();
            try (var connection = database.connection()) {
                execute(connection, "CREATE TABLE notebook (id integer)");
            }
            assertThat(file).exists();
        }
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void a_closed_postgresql_database_is_gone_also_with_open_connections() throws SQLException {
        var database = TestPostgres.create();
        try (var open = database.connection()) {
            assertThat(number(open, "SELECT 1")).isEqualTo(1);
            database.close();
        }
        assertThatThrownBy(database::connection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void text_sorts_the_same_on_every_machine() throws SQLException {
        try (var database = TestPostgres.create();
                var connection = database.connection()) {
            assertThat(number(connection, "SELECT CASE WHEN 'B' < 'a' THEN 1 ELSE 0 END"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_wrong_password_is_refused() throws SQLException {
        try (var database = TestPostgres.createWithPassword("s3cret/é")) {
            try (var connection = database.connection()) {
                assertThat(number(connection, "SELECT 1")).isEqualTo(1);
            }
            assertThat(database.url()).contains(":s3cret%2F%C3%A9@");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl() + "x"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
