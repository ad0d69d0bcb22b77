package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lamin.project.MavenSettings.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class MavenSettingsTest {
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void the_local_repository_is_taken_from_the_options_of_mvn() {
        var given = System.clearProperty("maven.repo.local");
        try {
            var options = Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=\"/my repository\" -ea");
            assertThat(MavenSettings.from(Network.OFFLINE, options).localRepository())
                    .isEqualTo(Path.of("/my repository"));
            assertThat(MavenSettings.from(Network.OFFLINE, Map.of()).localRepository())
                    .isNull();
        } finally {
            if (given != null) {
                System.setProperty("maven.repo.local", given);
            }
        }
    }
}
