package lamin.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticVersionTest {
    @Test
    void versions_are_ordered_as_the_standard_has_it() {
        var ascending = List.of(
                "0.9.9",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.2.0",
                "1.10.0",
                "99999999999999999999.0.0");
        var reversed =
                ascending.reversed().stream().map(SemanticVersionTest::version).sorted();
        assertThat(reversed.map(SemanticVersion::toString)).isEqualTo(ascending);
    }

    @Test
    void what_is_no_version_is_not_read_as_one() {
        assertThat(List.of("", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-a..b", "1.0.0 "))
                .allMatch(text -> SemanticVersion.parse(text).isEmpty());
    }

    @Test
    void a_class_can_be_called_after_it() {
        assertThat(version("1.0.0-RC.1").identifier()).isEqualTo("v1_0_0_rc_1");
        assertThat(version("1.0.0-rc1").release()).isEqualTo("v1.0.0-rc1");
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }
}
