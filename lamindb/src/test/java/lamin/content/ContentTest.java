package lamin.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected hashes are those of Python's LaminDB 2.12.1. */
@Tag("hashing")
class ContentTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    /** A file with the bytes 0 to 250 again and again. */
    private Path file(long size) throws IOException {
        var block = new byte[251 * 4096];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i % 251);
        }
        var file = folder.resolve("file");
        try (var out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return file;
    }

    private static Content content(Path file) {
        return SourceFile.at(file).content(bytes -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1B2M2Y8AsgTpgAmY7PhCfg, MD5",
        "3, uV9n9h67A2GWIteY9F_C0w, MD5",
        "52428800, 3W44Ct3v_5UwbvG_2jY37w, MD5",
        "52428801, 2Y-qIegYfDU3oH6VDyMaUu, SHA1_FIRST_LAST",
        "104857595, GWSHepXWd560U9m8Z-DVbZ, SHA1_FIRST_LAST",
        "104857607, HYdkdvZS_xG_Y6BMsS1-_S, SHA1_FIRST_LAST"
    })
    void files_have_the_hashes_that_python_computes(long size, String hash, ContentHash.Kind kind) throws IOException {
        assertThat(content(file(size)).hash()).isEqualTo(new ContentHash(hash, kind));
    }

    @Test
    void large_files_that_differ_in_the_middle_share_a_hash_but_not_their_sha256() throws IOException {
        var file = file(120L * MIB);
        var before = content(file);
        try (var edited = new RandomAccessFile(file.toFile(), "rw")) {
            edited.seek(60L * MIB);
            edited.write(255);
        }
        var after = content(file);
        assertThat(after.hash()).isEqualTo(before.hash());
        assertThat(after.hash().text()).isEqualTo("fA_RGp6W8TimLCpXAn1OV6");
        assertThat(after.sha256())
                .isEqualTo("9656ae5ebba8292910c028740e93ae6c4509e51f06df550dc45028f7af1f047c")
                .isNotEqualTo(before.sha256());
        assertThat(after.isHashCertain()).isFalse();
    }

    @Test
    void a_folder_has_the_hash_of_its_files_without_their_names() throws IOException {
        var root = Files.createDirectories(folder.resolve("data/sub"));
        Files.writeString(root.resolveSibling("a.txt"), "one");
        Files.writeString(root.resolve("b.txt"), "two");
        Files.writeString(root.resolve("c.txt"), "one");

        var content = SourceFolder.at(Objects.requireNonNull(root.getParent())).content(bytes -> {});

        assertThat(content.hash()).isEqualTo(new ContentHash("EQg4K_YZQTwaJkFc-IkaIg", ContentHash.Kind.MD5_FOLDER));
        assertThat(content.size()).isEqualTo(9);
        assertThat(content.files()).isEqualTo(3);
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_reported() throws IOException {
        var file = file(3L * MIB);
        var source = SourceFile.at(file);
        assertThatThrownBy(() -> source.content(bytes -> append(file)))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("changed while it was read");
        assertThatThrownBy(() -> source.content(bytes -> {})).hasMessageContaining("changed while it was read");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_vanishes_is_reported() throws IOException {
        var file = file(3);
        var source = SourceFile.at(file);
        Files.delete(file);
        assertThatThrownBy(() -> source.content(bytes -> {})).isInstanceOf(LaminException.class);
        assertThatThrownBy(() -> SourceFile.at(file)).hasMessage("there is no file " + file);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no mkfifo and no links for everybody")
    void a_pipe_and_links_that_lead_nowhere_or_out_are_refused() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var pipe = data.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThatThrownBy(() -> SourceFile.at(pipe)).hasMessageContaining("a pipe, a socket or a device");
        assertThatThrownBy(() -> SourceFolder.at(data)).hasMessageContaining("a pipe, a socket or a device");
        Files.delete(pipe);

        var link = Files.createSymbolicLink(data.resolve("link"), folder.resolve("nothing"));
        assertThatThrownBy(() -> SourceFolder.at(data)).hasMessage(link + " is a link to a missing file");
        Files.delete(link);

        Files.createSymbolicLink(link, Files.writeString(folder.resolve("secret"), "x"));
        assertThatThrownBy(() -> SourceFolder.at(data)).hasMessageContaining("outside of");
        Files.delete(link);

        Files.createSymbolicLink(link, data);
        assertThatThrownBy(() -> SourceFolder.at(data))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("cannot read the folder");
    }
}
