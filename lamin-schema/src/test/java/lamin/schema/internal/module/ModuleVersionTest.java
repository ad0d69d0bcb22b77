package lamin.schema.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleVersionTest {
    @Test
    void versions_go_in_the_order_of_releases() {
        var ordered = List.of("0.9.9", "1.0.0-SNAPSHOT", "1.0.0-rc1", "1.0.0", "1.0.0.1", "1.2.0", "1.10.0");

        for (int i = 0; i < ordered.size(); i++) {
            for (int k = 0; k < ordered.size(); k++) {
                assertThat(ModuleVersion.isNewer(ordered.get(i), ordered.get(k)))
                        .as(ordered.get(i) + " after " + ordered.get(k))
                        .isEqualTo(i > k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.0", "1.0.0 ", "v1.0.0", "1.0.0rc1", "1.0.0-"})
    void what_is_no_version_is_newer_than_none(String text) {
        assertThat(ModuleVersion.parse(text)).isEqualTo(Optional.empty());
        assertThat(ModuleVersion.isNewer(text, "0.0.1")).isFalse();
    }

    @Test
    void numbers_may_be_of_any_size() {
        assertThat(ModuleVersion.isNewer("1.0.20260101123000999999999", "1.0.2"))
                .isTrue();
    }
}
