package lamin.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.feature.PlainValues.Stored;
import org.junit.jupiter.api.Test;

/** The expected texts and hashes were computed by Python. */
class PlainValuesTest {
    private static Stored stored(Dtype type, Object value) {
        return PlainValues.stored(type, value).orElseThrow();
    }

    private static void assertFloat(double value, String json, String hash) {
        assertThat(stored(Simple.FLOAT, value)).isEqualTo(new Stored(json, hash));
    }

    @Test
    void floats_are_written_and_hashed_as_by_python() {
        assertFloat(0.5, "0.5", "0xDLNn2ZP7b7WEsZii_XLA");
        assertFloat(1, "1.0", "5MLo7aw2Ksq3EjZUuec0Mg");
        assertFloat(1e-5, "1e-05", "Dmx3yv9OCsRfwZUehbv_ag");
        assertFloat(1e-4, "0.0001", "rDgtWLESW7murxqD6_Xpxg");
        assertFloat(1e16, "1e+16", "F61Yp6tSAd7LGLCZajJ1kg");
        assertFloat(1e15, "1000000000000000.0", "vHbdtc6wPqhFRNvmyKW6pg");
        assertFloat(123456789012345680.0, "1.2345678901234568e+17", "B0ZxZuxIzSsDYmnElqw58w");
        assertFloat(1.5e-7, "1.5e-07", "R8MeYGmXLgJ3iOxgKht6ig");
        assertFloat(-2.25, "-2.25", "3x5V8gSr0y9XDZ5NSeyDBQ");
    }

    @Test
    void other_values_are_hashed_as_by_python() {
        assertThat(stored(Simple.INT, 5)).isEqualTo(new Stored("5", "5No7f7vOI0XXdysGdKMY1Q"));
        assertThat(stored(Simple.BOOL, true)).isEqualTo(new Stored("true", "-CfPRi9ihI3zfF4elKTadA"));
        assertThat(stored(Simple.STR, "hello, it's ü"))
                .isEqualTo(new Stored("\"hello, it's \\u00fc\"", "4iyg1MGxMEr3aC1AQR8IVA"));
        assertThat(stored(new ListOf(Simple.INT), List.of(1, 2)))
                .isEqualTo(new Stored("[1, 2]", "BM0OAVHzUuf9QU1pSmBBNg"));
        assertThat(stored(new ListOf(Simple.STR), List.of("a", "it's", "q\"", "both'\"", "\n\u200b\u0007é"))
                        .hash())
                .isEqualTo("PYwGdHUgo3wYz3edY_mATA");
        assertThat(stored(Simple.OBJECT, Arrays.asList(0.5, null, true)))
                .isEqualTo(new Stored("[0.5, null, true]", "NFb5tRNd_9F2pMbozJeqVw"));
    }

    @Test
    void maps_are_written_in_their_order_and_hashed_by_sorted_keys() {
        var value = new LinkedHashMap<String, Object>();
        value.put("b", 1);
        value.put("a", Arrays.asList(1.5, null, "ü"));
        var inner = new LinkedHashMap<String, Object>();
        inner.put("y", 2);
        inner.put("x", Map.of("z", false));
        value.put("c", inner);
        assertThat(stored(Simple.DICT, value))
                .isEqualTo(new Stored(
                        "{\"b\": 1, \"a\": [1.5, null, \"\\u00fc\"], \"c\": {\"y\": 2, \"x\": {\"z\": false}}}",
                        "BXym629oKVJa3QVzqDK9GA"));
    }

    @Test
    void times_are_written_as_python_does() {
        assertThat(stored(Simple.DATE, LocalDate.of(2026, 1, 2)).json()).isEqualTo("\"2026-01-02\"");
        assertThat(stored(Simple.DATETIME, LocalDateTime.of(2026, 1, 2, 3, 4)).json())
                .isEqualTo("\"2026-01-02T03:04:00\"");
        assertThat(stored(Simple.DATETIME, "2026-01-02 03:04:05.5").json()).isEqualTo("\"2026-01-02T03:04:05.500000\"");
        assertThat(stored(Simple.DATETIME_UTC, Instant.parse("2026-01-02T03:04:05Z"))
                        .json())
                .isEqualTo("\"2026-01-02T03:04:05+00:00\"");
        assertThat(stored(Simple.DATETIME_UTC, "2026-01-02T03:04:05+01:00").json())
                .isEqualTo("\"2026-01-02T03:04:05+01:00\"");
    }

    @Test
    void values_come_back_as_java_has_them() {
        assertThat(read(Simple.INT, 5)).isEqualTo(5L);
        assertThat(read(Simple.FLOAT, 1)).isEqualTo(1.0);
        assertThat(read(Simple.NUM, 1)).isEqualTo(1L);
        assertThat(read(Simple.DATE, "2026-01-02")).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read(Simple.DATETIME, "2026-01-02T03:04")).isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4));
        assertThat(read(Simple.DATETIME_UTC, "2026-01-02T03:04:00Z"))
                .isEqualTo(OffsetDateTime.of(2026, 1, 2, 3, 4, 0, 0, ZoneOffset.UTC));
        assertThat(read(Simple.DICT, "{\"a\": [1, 2.5]}")).isEqualTo(Map.of("a", List.of(1L, 2.5)));
        assertThat(read(new ListOf(Simple.STR), List.of("a", "b"))).isEqualTo(List.of("a", "b"));
    }

    private static Object read(Dtype type, Object value) {
        return PlainValues.read(type, stored(type, value).json());
    }

    @Test
    void values_of_another_type_are_refused() {
        assertThat(PlainValues.stored(Simple.INT, "1.5")).isEmpty();
        assertThat(PlainValues.stored(Simple.INT, 1.0)).isEmpty();
        assertThat(PlainValues.stored(Simple.FLOAT, "many")).isEmpty();
        assertThat(PlainValues.stored(Simple.FLOAT, Double.NaN)).isEmpty();
        assertThat(PlainValues.stored(Simple.BOOL, "yes")).isEmpty();
        assertThat(PlainValues.stored(Simple.DATE, "2026-02-30")).isEmpty();
        assertThat(PlainValues.stored(Simple.DICT, "[1]")).isEmpty();
        assertThat(PlainValues.stored(Simple.STR, 5)).isEmpty();
        assertThat(PlainValues.stored(new ListOf(Simple.INT), List.of(1, "x"))).isEmpty();
    }
}
