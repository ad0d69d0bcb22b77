package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;

class BomTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void it_has_every_artifact_of_this_project_and_nothing_else() throws Exception {
        var artifacts = new ArrayList<String>();
        for (var module : read(ROOT).getModules()) {
            var pom = read(ROOT.resolve(module));
            if (!pom.getPackaging().equals("pom")) {
                artifacts.add(Distribution.GROUP + ":" + pom.getArtifactId() + ":${project.version}");
            }
        }

        assertThat(read(ROOT.resolve("lamin-bom")).getDependencyManagement().getDependencies())
                .extracting(
                        managed -> managed.getGroupId() + ":" + managed.getArtifactId() + ":" + managed.getVersion())
                .containsExactlyInAnyOrderElementsOf(artifacts);
    }

    /** A parent would bring the versions of all libraries into the projects that import it. */
    @Test
    void it_has_no_parent_but_the_version_of_this_project() throws Exception {
        var bom = read(ROOT.resolve("lamin-bom"));
        assertThat(bom.getParent()).isNull();
        assertThat(bom.getVersion()).isEqualTo(read(ROOT).getVersion());
    }

    private static Model read(Path project) throws Exception {
        try (var pom = Files.newInputStream(project.resolve("pom.xml"))) {
            return new MavenXpp3Reader().read(pom);
        }
    }
}
