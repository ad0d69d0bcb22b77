package lamin.schema.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.schema.fixture.ModuleFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a released script may become without being another one. */
class EditedScriptTest {
    private static final String SCRIPT = """
            @lamin.schema.Revision(id = "1")
            public final class A implements lamin.schema.Migration {
                @Override public void upgrade(lamin.schema.operation.Operations op) {
                    op.createTable("assay_x").column("id", lamin.schema.model.ColumnTypes.int64());
                    op.execute(\"""
                        INSERT INTO assay_x
                        VALUES (1)\""");
                }
                @Override public void downgrade(lamin.schema.operation.Operations op) {
                    op.dropTable("assay_x");
                }
            }
            """;

    @TempDir
    private Path folder;

    private String checksum(String script) throws IOException {
        var fixture = ModuleFixture.of("lnschema_assay", "version = \"0.1.0\"").type("migrations.versions.A", script);
        var classes = fixture.compileTo(Files.createTempDirectory(folder, "classes"));
        try (var loader = ModuleFixture.loader(classes)) {
            return Chain.load(ModuleScanner.scan(classes).orElseThrow(), loader)
                    .scripts()
                    .getFirst()
                    .checksum();
        }
    }

    @Test
    void line_ends_of_windows_do_not_count() throws IOException {
        assertThat(checksum(SCRIPT.replace("\n", "\r\n"))).isEqualTo(checksum(SCRIPT));
    }

    @Test
    void comments_and_formatting_do_not_count() throws IOException {
        var edited = SCRIPT.replace("    op.createTable", "// the table\n\t\top\n.createTable");
        assertThat(checksum(edited)).isEqualTo(checksum(SCRIPT));
    }

    @Test
    void a_licence_header_does_not_count() throws IOException {
        assertThat(checksum("/* Copyright of somebody. */\n" + SCRIPT)).isEqualTo(checksum(SCRIPT));
    }

    @Test
    void another_meaning_counts() throws IOException {
        assertThat(checksum(SCRIPT.replace("VALUES (1)", "VALUES (2)"))).isNotEqualTo(checksum(SCRIPT));
    }
}
