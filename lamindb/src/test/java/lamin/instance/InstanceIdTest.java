package lamin.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceIdTest {
    @Test
    void ids_follow_from_the_name_as_in_python() {
        var id = InstanceId.of(new Slug("anonymous", "test-schema"));

        assertThat(id.hex()).isEqualTo("d886313b1c165961b47d8a9ffe661c29");
        assertThat(id.uid()).isEqualTo("4H4wKL6yAuhf");
        assertThat(InstanceId.parse(id.hex())).isEqualTo(id);
        assertThat(InstanceId.parse(id.uuid().toString())).isEqualTo(id);
    }

    @Test
    void base62_of_a_hash_is_that_of_python() throws NoSuchAlgorithmException {
        assertThat(Base62.encode(md5("my cell"))).startsWith("1QrKqhytXLfe96");
        assertThat(Base62.encode(md5("bionty.Organismensemblvertebratesrelease-116")))
                .startsWith("6Exvf3us");
    }

    @Test
    void leading_zero_bytes_are_counted() {
        assertThat(Base62.encode(new byte[] {0, 0, 61})).isEqualTo("02z");
        assertThat(Base62.encode(new byte[] {1, 0})).isEqualTo("48");
    }

    @Test
    void random_uids_use_the_whole_alphabet() {
        var uids = Stream.generate(() -> Base62.random(12)).limit(500).toList();

        assertThat(uids).doesNotHaveDuplicates().allMatch(uid -> uid.matches("[0-9A-Za-z]{12}"));
        assertThat(uids.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet()))
                .hasSize(62);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "a/", "/b", "", "a/..", "a--c/b", "a/b\u0000", "a/b ", "a/-b", "a/b."})
    void a_name_that_is_no_file_name_is_refused(String text) {
        assertThatThrownBy(() -> Slug.parse(text, "me")).isInstanceOf(LaminException.class);
    }

    @Test
    void a_file_name_is_read_back() {
        for (var slug : new String[] {"me/x", "me/My data (2)", "me/a--b", "müller/ü"}) {
            var parsed = Slug.parse(slug, "");
            assertThat(Slug.ofFileName(parsed.fileName())).contains(parsed);
        }
        assertThat(Slug.ofFileName("current_instance.env")).isEmpty();
    }

    @Test
    void a_name_without_owner_is_ours() {
        assertThat(Slug.parse("x", "me")).isEqualTo(new Slug("me", "x"));
        assertThat(Slug.parse("you/x", "me")).hasToString("you/x");
    }

    private static byte[] md5(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
