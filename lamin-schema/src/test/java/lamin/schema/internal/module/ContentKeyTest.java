package lamin.schema.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import lamin.schema.fixture.ModuleFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of a jar or a folder make another key. */
class ContentKeyTest {
    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void write() throws IOException {
        classes = Files.createDirectory(folder.resolve("classes"));
        write("lnschema_assay/Plate.class", "plate");
        write("lnschema_assay/deep/Well.class", "well");
        write("seed.sql", "INSERT 1");
    }

    private void write(String name, String text) throws IOException {
        var file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ContentKey key() throws IOException {
        return ContentKey.of(classes);
    }

    private ContentKey keyOfJar() throws IOException {
        return ContentKey.of(ModuleFixture.jar(classes, folder.resolve("module.jar")));
    }

    @Test
    void a_jar_and_the_folder_it_was_made_of_have_the_same() throws IOException {
        assertThat(keyOfJar()).isEqualTo(key());
    }

    @Test
    void another_content_of_the_same_size_and_time_makes_another() throws IOException {
        var key = key();
        var file = classes.resolve("lnschema_assay/deep/Well.class");
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "cell");
        Files.setLastModifiedTime(file, time);

        assertThat(key()).isNotEqualTo(key);
        assertThat(keyOfJar()).isNotEqualTo(key);
    }

    @Test
    void a_file_that_a_script_may_read_counts() throws IOException {
        var key = key();
        write("seed.sql", "INSERT 2");

        assertThat(key()).isNotEqualTo(key);
        assertThat(keyOfJar()).isNotEqualTo(key);
    }

    @Test
    void another_name_makes_another() throws IOException {
        var key = key();
        Files.move(classes.resolve("seed.sql"), classes.resolve("data.sql"));

        assertThat(key()).isNotEqualTo(key);
    }

    @Test
    void times_do_not_count() throws IOException {
        var key = key();
        Files.setLastModifiedTime(classes.resolve("seed.sql"), FileTime.from(Instant.EPOCH));

        assertThat(key()).isEqualTo(key);
        assertThat(keyOfJar()).isEqualTo(key);
    }

    @Test
    void what_the_build_writes_about_itself_does_not_count() throws IOException {
        var key = key();
        write("META-INF/MANIFEST.MF", "Created-By: today");

        assertThat(key()).isEqualTo(key);
        assertThat(keyOfJar()).isEqualTo(key);
    }

    @Test
    void a_class_for_another_java_counts() throws IOException {
        var key = key();
        write("META-INF/versions/25/lnschema_assay/Plate.class", "newer");

        assertThat(key()).isNotEqualTo(key);
        assertThat(keyOfJar()).isNotEqualTo(key);
    }

    @Test
    void what_was_read_for_another_reason_is_not_read_again() throws IOException {
        try (var files = ClassFiles.open(classes)) {
            for (var name : files.names()) {
                files.bytes(name);
                Files.delete(classes.resolve(name));
            }

            assertThat(ContentKey.of(files.contents())).isEqualTo(keyBefore());
        }
    }

    private ContentKey keyBefore() throws IOException {
        write("lnschema_assay/Plate.class", "plate");
        write("lnschema_assay/deep/Well.class", "well");
        return key();
    }
}
