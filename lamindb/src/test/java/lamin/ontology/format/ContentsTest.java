package lamin.ontology.format;

import static lamin.ontology.format.TermFiles.assertFails;
import static lamin.ontology.format.TermFiles.read;
import static lamin.ontology.format.TermFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import lamin.ontology.Term;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats and compressions are recognised by what a file contains; bombs are refused. */
class ContentsTest {
    private static final String OBO = "format-version: 1.2\n\n[Term]\nid: X:1\nname: one\n";

    @TempDir
    Path folder;

    enum Packer {
        GZIP {
            @Override
            OutputStream of(OutputStream out) throws IOException {
                return new GZIPOutputStream(out);
            }
        },
        ZSTD {
            @Override
            OutputStream of(OutputStream out) throws IOException {
                return new ZstdOutputStream(out);
            }
        };

        abstract OutputStream of(OutputStream out) throws IOException;

        byte[] pack(String text) {
            var bytes = new ByteArrayOutputStream();
            try (var out = of(bytes)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Packer.class)
    void compressed_files_of_every_format(Packer packer) {
        var rdf = RdfTermsTest.ROOT + "<owl:Class rdf:about='#X_1'><rdfs:label>one</rdfs:label></owl:Class></rdf:RDF>";
        var graph = "{\"graphs\":[{\"nodes\":[{\"id\":\"X:1\",\"lbl\":\"one\"}]}]}";
        for (var text : List.of(
                OBO, rdf, graph, "{\"X:1\":{\"label\":\"one\"}}", "id,name\nX:1,one\n", "id\tname\nX:1\tone\n")) {
            assertThat(read(write(folder, packer.pack(text))))
                    .as(text)
                    .singleElement()
                    .returns("X:1", Term::id)
                    .returns("one", Term::name);
        }
    }

    @ParameterizedTest
    @EnumSource(Packer.class)
    void a_compressed_file_that_was_cut_off(Packer packer) {
        var whole = packer.pack(OBO + "comment: " + "abc def ".repeat(1000) + "\n");
        for (var length = 5; length < whole.length; length += 3) {
            assertFails(write(folder, Arrays.copyOf(whole, length)), "");
        }
    }

    @ParameterizedTest
    @EnumSource(Packer.class)
    void a_bomb(Packer packer) {
        var bomb = OBO + "comment: x\n".repeat(1 << 17);
        var file = write(folder, packer.pack(bomb));
        assertThat(read(file)).hasSize(1);

        assertThatThrownBy(() -> {
                    try (var terms = new TermFile(file).open(List.of(), new Contents(1 << 16, 100)).stream()) {
                        terms.toList();
                    }
                })
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILURE))
                .hasMessageContaining("it unpacks to more than 100 times its size");
        assertFails(
                write(folder, packer.pack("format-version: " + "x".repeat(32 << 20))),
                "line 1: expected lines of at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4", "Prefix(:=<x>)", "hello", "", "  \n ", "\0\1\2"})
    void other_contents_are_refused(String content) {
        assertFails(folder, content, "expected OBO, RDF/XML, JSON, Parquet, CSV or TSV, found ");
    }

    @Test
    void a_missing_file() {
        assertThatThrownBy(() -> new TermFile(folder.resolve("none")).open())
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining("there is no file");
    }
}
