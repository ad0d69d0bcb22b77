package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void verbosity_lets_through_as_much_as_asked_for() {
        var settings = new Settings();
        for (int verbosity = 0; verbosity <= 3; verbosity++) {
            var heard = new RecordedNotices();
            var notices = settings.filter(heard);
            settings.verbosity(verbosity);

            notices.error("e");
            notices.warning("w");
            notices.info("i");
            notices.hint("h");

            assertThat(heard.lines())
                    .containsExactlyElementsOf(
                            List.of("ERROR e", "WARNING w", "INFO i", "HINT h").subList(0, verbosity + 1));
        }
    }

    @Test
    void warnings_are_heard_unless_somebody_says_otherwise() {
        assertThat(new Settings().verbosity()).isEqualTo(1);
        assertThatThrownBy(() -> new Settings().verbosity(4)).isInstanceOf(LaminException.class);
    }
}
