package lamin.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenUrlTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://me@localhost:5433/db, postgresql://me@localhost:5433/db",
        "postgresql://me@localhost/db, postgresql://me@localhost:5432/db",
        "postgresql://me:secret@127.0.0.1:1/db, postgresql://me@127.0.0.1:1/db",
        "postgresql://m%40e:s%3A%2F%40t@h:1/d%20b, postgresql://m%40e@h:1/d%20b",
        "postgresql://me:p@ss@h:1/db, postgresql://me@h:1/db",
        "postgresql://me@[::1]:1/db, postgresql://me@[::1]:1/db",
        "postgresql://me@h:1/db?sslmode=require&password=secret, postgresql://me@h:1/db?sslmode=require",
        "jdbc:postgresql://h:1/db?user=m%40e&password=secret, postgresql://m%40e@h:1/db",
        "jdbc:postgresql://h/db?user=me&sslmode=require, postgresql://me@h:5432/db?sslmode=require"
    })
    void a_url_is_kept_without_its_password(String text, String kept) {
        var given = GivenUrl.parse(text);

        assertThat(given.url()).hasToString(kept);
        assertThat(GivenUrl.parse(kept).url()).isEqualTo(given.url());
        assertThat(given.toString()).doesNotContain("secret").doesNotContain("ss@");
    }

    @Test
    void a_password_is_decoded_and_shown_to_nobody() {
        var password = GivenUrl.parse("postgresql://me:a%3A%2F%40%25+b@h:1/db").password();

        assertThat(password).isNotNull().hasToString("***");
        assertThat(password).extracting(Secret::reveal).isEqualTo("a:/@%+b");
    }

    @Test
    void the_driver_gets_the_settings_that_libpq_would_use() {
        var url = GivenUrl.parse("postgresql://m%40e@h:1/d%20b?sslmode=require&connect_timeout=3")
                .url();

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://h:1/d%20b");
        assertThat(url.properties())
                .containsEntry("user", "m@e")
                .containsEntry("sslmode", "require")
                .containsEntry("connectTimeout", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/db?password=secret",
                "jdbc:postgresql://me:secret@h/db?user=me",
                "jdbc:mysql://me:secret@h/db",
                "postgres://me:secret@h/db",
                "postgresql+psycopg2://me:secret@h/db",
                "mysql://me:secret@h/db",
                "me:secret@h/db",
                "secret",
                "",
                "postgresql://",
                "postgresql://h/db",
                "postgresql://me:secret@h",
                "postgresql://me:secret@/db",
                "postgresql://me:secret@h:99999/db",
                "postgresql://me:secret@h:x/db",
                "postgresql://me:sec/ret@h:1/db",
                "postgresql://me:secret%zz@h:1/db",
                "postgresql://me:***@h:1/db",
                "postgresql://me:secret@h:1/db?unknown=secret"
            })
    void anything_else_is_refused_without_showing_a_password(String text) {
        assertThatThrownBy(() -> GivenUrl.parse(text))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .satisfies(failure -> assertThat(((LaminException) failure).remedies())
                        .extracting(Remedy::describe)
                        .singleElement()
                        .asString()
                        .contains("postgresql://user@host:port/name"))
                .hasMessageNotContaining("sec")
                .hasNoCause();
    }

    @Test
    void an_unknown_scheme_is_named() {
        assertThatThrownBy(() -> GivenUrl.parse("jdbc:mysql://h/db")).hasMessageContaining("'jdbc:'");
        assertThatThrownBy(() -> GivenUrl.parse("postgresql+psycopg2://h/db"))
                .hasMessageContaining("'postgresql+psycopg2:'");
    }

    @Test
    void random_text_is_read_or_refused() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder("postgresql://");
            random.ints(random.nextInt(20), 33, 127).forEach(text::appendCodePoint);
            try {
                PostgresUrl url = GivenUrl.parse(text.toString()).url();
                assertThat(GivenUrl.parse(url.toString()).url()).isEqualTo(url);
            } catch (LaminException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            }
        }
    }

    @Test
    void words_that_mislead_python_are_seen() {
        assertThat(GivenUrl.parse("postgresql://me@h:1/Public_data").url().looksReadOnlyToPython())
                .isTrue();
        assertThat(GivenUrl.parse("postgresql://reader@h:1/db").url().looksReadOnlyToPython())
                .isTrue();
        assertThat(GivenUrl.parse("postgresql://me@h:1/db").url().looksReadOnlyToPython())
                .isFalse();
    }
}
