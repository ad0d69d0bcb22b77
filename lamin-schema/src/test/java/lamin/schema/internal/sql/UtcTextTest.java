package lamin.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T20:30:15Z, 2026-07-01 20:30:15",
        "2026-07-01T20:30:15.000000999Z, 2026-07-01 20:30:15",
        "2026-07-01T20:30:15.671399Z, 2026-07-01 20:30:15.671399",
        "2026-07-01T20:30:15.000987Z, 2026-07-01 20:30:15.000987",
        "2026-07-01T20:30:15.1Z, 2026-07-01 20:30:15.100000"
    })
    void a_time_is_written_as_python_does(Instant instant, String text) {
        assertThat(UtcText.format(instant)).isEqualTo(text);
        assertThat(UtcText.parse(text)).isEqualTo(UtcText.truncate(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22 04:57:58, 0",
        "2026-11-22 04:57:58.3, 300000",
        "2026-11-22 04:57:58.362, 362000",
        "2026-11-22 04:57:58.671399, 671399"
    })
    void none_to_six_digits_are_read(String text, int micros) {
        assertThat(UtcText.parse(text))
                .isEqualTo(Instant.parse("2026-11-22T04:57:58Z").plusNanos(micros * 1000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22", "1763787478362", "2026-02-30 00:00:00x", "now"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> UtcText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a time");
    }

    @Test
    void texts_sort_as_their_times() {
        assertThat(UtcText.format(Instant.parse("2026-07-01T20:30:15Z")))
                .isLessThan(UtcText.format(Instant.parse("2026-07-01T20:30:15.000001Z")));
    }
}
