package lamin.project;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;

/** The parent of schema modules says some things that this project's own parent says too. */
class ParentPomTest {

    @Test
    void it_is_of_the_version_that_it_imports() throws Exception {
        var version = read("../pom.xml").getVersion();
        var parent = read("../lnschema-parent/pom.xml");
        assertThat(parent.getVersion()).isEqualTo(version);
        assertThat(parent.getProperties()).containsEntry("lamin4j.version", version);
    }

    @Test
    void its_plugins_are_those_that_build_this_project() throws Exception {
        assertThat(plugins(read("../pom.xml"))).containsAllEntriesOf(plugins(read("../lnschema-parent/pom.xml")));
    }

    @Test
    void modules_are_compiled_for_the_same_java() throws Exception {
        var release = "maven.compiler.release";
        assertThat(read("../lnschema-parent/pom.xml").getProperties())
                .containsEntry(release, read("../pom.xml").getProperties().getProperty(release));
    }

    private static Model read(String pom) throws Exception {
        try (var stream = Files.newInputStream(Path.of(pom))) {
            return new MavenXpp3Reader().read(stream);
        }
    }

    private static Map<String, String> plugins(Model pom) {
        return Stream.of(
                        pom.getBuild().getPluginManagement().getPlugins(),
                        pom.getBuild().getPlugins())
                .flatMap(plugins -> plugins.stream())
                .filter(plugin -> plugin.getVersion() != null)
                .collect(toMap(Plugin::getArtifactId, Plugin::getVersion));
    }
}
