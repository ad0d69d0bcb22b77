package lnschema_core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Md5Test {
    @Test
    void the_hash_of_a_json_text_is_the_one_that_python_writes() {
        assertThat(Md5.base64("0.5")).isEqualTo("0xDLNn2ZP7b7WEsZii_XLA");
    }

    @Test
    void a_uid_made_from_a_text_is_the_one_that_python_makes() {
        assertThat(Md5.base62("my cell", 14)).isEqualTo("1QrKqhytXLfe96");
    }

    @Test
    void leading_zero_bytes_of_a_hash_are_counted_in_its_uid() {
        assertThat(Md5.base62("bionty.Proteinuniprotrattus norvegicus2026-01", 8))
                .isEqualTo("011Fr1Pp");
    }
}
