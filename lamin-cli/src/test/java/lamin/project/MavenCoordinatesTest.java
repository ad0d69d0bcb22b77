package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenCoordinatesTest {
    @Test
    void group_artifact_and_version_are_read() {
        assertThat(MavenCoordinates.parse("org.example:lnschema-assay:1"))
                .contains(new MavenCoordinates("org.example", "lnschema-assay", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "assay", "./assay.jar", "org.example:assay", "a:b:c:d", "C:\\x:y:1", "C:/x:y:1", "g::1"})
    void other_texts_are_not(String text) {
        assertThat(MavenCoordinates.parse(text)).isEmpty();
    }
}
