package lamin.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be read: one failure that names the file, what is wrong with it and what can be done. */
class BadParquetTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("t.parquet"), content);
    }

    private static void assertFails(Path file, String reason, String advice) {
        assertThatThrownBy(() -> TestTables.read(file))
                .isInstanceOfSatisfying(LaminException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.FAILURE);
                    assertThat(e.remedies()).extracting(Remedy::describe).anyMatch(text -> text.contains(advice));
                })
                .hasMessageStartingWith("cannot read " + file + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_without_content() throws IOException {
        assertFails(file(new byte[0]), "it is empty", "write it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "x", "PK\3\4 and more than twelve bytes"})
    void a_file_of_another_format(String content) throws IOException {
        assertFails(file(content.getBytes(UTF_8)), "it is not a Parquet file", "extension of its real format");
    }

    @Test
    void a_file_that_was_cut_off_anywhere() throws IOException {
        var whole = TestTables.bytes("codec_snappy");
        for (int length = 4; length < whole.length; length += 7) {
            assertFails(file(Arrays.copyOf(whole, length)), "it is incomplete or damaged", "copy it again");
        }
    }

    @Test
    void a_footer_that_lies_about_its_length() throws IOException {
        var content = TestTables.bytes("codec_none");
        content[content.length - 6] = 0x7f;
        assertFails(file(content), "it is incomplete or damaged", "copy it again");
    }

    /** Whatever bytes are wrong: values may be wrong, but reading ends, and a failure is one of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"types", "codec_snappy", "codec_zstd", "codec_gzip", "delta"})
    void wrong_bytes_never_hang_or_break_out(String name) throws IOException {
        var random = new Random(17);
        for (int i = 0; i < 60; i++) {
            var content = TestTables.bytes(name);
            for (int flips = 0; flips < 3; flips++) {
                content[4 + random.nextInt(content.length - 8)] = (byte) random.nextInt();
            }
            var file = file(content);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try {
                    TestTables.read(file);
                } catch (LaminException e) {
                    assertThat(e).hasMessageStartingWith("cannot read " + file + ": ");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted", "encrypted_columns"})
    void an_encrypted_file(String name) {
        assertFails(TestTables.path(name), "it is encrypted", "without encryption");
    }

    @ParameterizedTest
    @CsvSource({"codec_brotli,com.aayushatharva.brotli4j:brotli4j", "codec_lz4,at.yawk.lz4:lz4-java"})
    void a_compression_whose_library_is_missing(String name, String library) {
        assertFails(TestTables.path(name), "it is compressed with ", "add " + library + " to the dependencies");
    }
}
