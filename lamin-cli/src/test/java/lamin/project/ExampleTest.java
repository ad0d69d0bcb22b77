package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.project.MavenSettings.Network;
import lnschema_core.UpdatedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module of {@code examples}, as the one who wrote it works on it. */
class ExampleTest {
    private static final Path EXAMPLE = Path.of("../examples/lnschema-lamin1");

    @TempDir
    Path folder;

    @Test
    void it_needs_nothing_that_the_distribution_does_not_bring() throws Exception {
        copyExample();
        var module = EditableModule.compile(
                ModuleProject.find(folder).orElseThrow(),
                new MavenSettings(Network.OFFLINE, folder.resolve("empty-repository")),
                Distribution.running());
        assertThat(module.project().rootPackage()).isEqualTo("lnschema_lamin1");
        assertThat(module.jars()).isEmpty();
        try (var loader =
                ModuleLoader.of(module.classPath(), module.carried(), getClass().getClassLoader())) {
            assertThat(loader.loadClass("lnschema_lamin1.Experiment")).isAssignableTo(UpdatedRecord.class);
        }
    }

    private void copyExample() throws IOException {
        for (var part : List.of("pom.xml", "src")) {
            try (var files = Files.walk(EXAMPLE.resolve(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(EXAMPLE.relativize(file).toString()));
                }
            }
        }
    }
}
