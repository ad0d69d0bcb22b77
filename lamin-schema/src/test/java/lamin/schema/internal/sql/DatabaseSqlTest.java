package lamin.schema.internal.sql;

import static lamin.schema.sql.DatabaseSql.POSTGRESQL;
import static lamin.schema.sql.DatabaseSql.SQLITE;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import lamin.schema.sql.DatabaseSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSqlTest {
    private static final List<String> DATABASES = List.of(SQLITE, POSTGRESQL);

    @Test
    void one_text_is_for_every_database() {
        assertThat(DATABASES)
                .allSatisfy(
                        database -> assertThat(DatabaseSql.of("a").on(database)).hasValue("a"));
        assertThat(DatabaseSql.of("a").common(DATABASES)).hasValue("a");
    }

    @Test
    void each_database_gets_its_own_text() {
        var each = sql().sqlite("a").postgresql("b");

        assertThat(each.on(SQLITE)).hasValue("a");
        assertThat(each.on(POSTGRESQL)).hasValue("b");
        assertThat(each.common(DATABASES)).isEmpty();
    }

    @Test
    void a_database_that_is_not_mentioned_is_neither_skipped_nor_given_the_sql_of_another() {
        assertThat(sql().sqlite("a").on(POSTGRESQL)).isEmpty();
        assertThat(sql().sqlite("a").nothingElsewhere().on(POSTGRESQL)).hasValue("");
        assertThat(sql().sqlite("a").elsewhere("b").on(POSTGRESQL)).hasValue("b");
        assertThat(sql().sqlite("a").elsewhere("b").on(SQLITE)).hasValue("a");
    }

    @Test
    void another_database_is_named_by_its_key() {
        var three = sql().sqlite("a").postgresql("b").with("duckdb", "c");

        assertThat(three.byDatabase()).containsEntry("duckdb", "c");
        assertThat(three.on(SQLITE)).hasValue("a");
        assertThat(three.texts()).containsExactly("c", "b", "a");
    }

    @Test
    void the_order_of_databases_does_not_count() {
        assertThat(sql().sqlite("a").postgresql("b"))
                .isEqualTo(sql().postgresql("b").sqlite("a"))
                .hasToString("postgresql: b, sqlite: a");
    }

    @Test
    void the_same_text_on_all_supported_databases_is_common() {
        assertThat(sql().sqlite("a").postgresql("a").common(DATABASES)).hasValue("a");
        assertThat(sql().sqlite("a").elsewhere("a").common(DATABASES)).hasValue("a");
        assertThat(sql().sqlite("a").common(DATABASES)).isEmpty();
        assertThat(sql().common(DATABASES)).isEmpty();
    }

    @Test
    void it_is_printed_with_its_databases() {
        assertThat(DatabaseSql.of("a")).hasToString("a");
        assertThat(sql().postgresql("a").nothingElsewhere()).hasToString("postgresql: a, elsewhere: nothing");
        assertThat(sql().postgresql("a").elsewhere("b")).hasToString("postgresql: a, elsewhere: b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void empty_sql_is_refused_with_the_word_for_nothing_to_do(String empty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql().sqlite(empty))
                .withMessage("the SQL for sqlite is empty; leave the call out, and write .nothingElsewhere()"
                        + " if there is nothing to do");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql().sqlite("a").elsewhere(empty))
                .withMessage(
                        "the SQL for other databases is empty; leave the call out," + " or write .nothingElsewhere()");
        assertThatIllegalArgumentException().isThrownBy(() -> DatabaseSql.of(empty));
    }

    @Test
    void what_is_given_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql().sqlite("a").sqlite("b"))
                .withMessage("SQL for sqlite is given twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseSql.of("a").nothingElsewhere())
                .withMessage("SQL for other databases is given twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SQLite", "*", "a b", "1"})
    void words_that_cannot_be_a_key_are_refused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql().with(key, "a"))
                .withMessageContaining("is not the key of a database, such as sqlite");
    }
}
