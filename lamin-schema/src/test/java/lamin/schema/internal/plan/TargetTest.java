package lamin.schema.internal.plan;

import static lamin.schema.Refusals.advising;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.Chain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final List<Chain> CHAINS = List.of(
            TestModule.named("assay")
                    .then("0123456789ab", op -> {})
                    .then("0123999999ab", op -> {})
                    .chain(),
            TestModule.named("lab").then("0123abcdef01", op -> {}).chain());

    private static Target parse(String text) {
        return Target.parse(text, CHAINS);
    }

    @Test
    void a_revision_names_its_module() {
        assertThat(parse("0123abcdef01")).isEqualTo(new Target("lab", "0123abcdef01"));
    }

    @Test
    void the_first_digits_are_enough() {
        assertThat(parse("01234")).isEqualTo(new Target("assay", "0123456789ab"));
        assertThat(parse("lab@0123")).isEqualTo(new Target("lab", "0123abcdef01"));
    }

    @Test
    void the_base_of_a_module_is_before_its_first_migration() {
        assertThat(parse("lab@base")).isEqualTo(Target.base("lab")).hasToString("lab@base");
    }

    @Test
    void digits_that_two_revisions_begin_with_are_refused_with_both() {
        assertThatThrownBy(() -> parse("0123"))
                .hasMessage("more than one revision begins with 0123: assay 0123456789ab (vX.X.X),"
                        + " assay 0123999999ab (vX.X.X), lab 0123abcdef01 (vX.X.X)")
                .satisfies(advising("write more of its digits"))
                .extracting("code")
                .isEqualTo(ErrorCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "012", "ffffffffffff", "base", "head", "lab@", "lab@012", "lab@0123456789ab"})
    void what_names_no_migration_is_refused(String text) {
        assertThatThrownBy(() -> parse(text))
                .hasMessageContaining("has the revision")
                .satisfies(advising("MODULE@base"))
                .extracting("code")
                .isEqualTo(ErrorCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other@base", "@base", "LAB@0123"})
    void a_module_that_is_not_mounted_is_refused_with_those_that_are(String text) {
        assertThatThrownBy(() -> parse(text))
                .hasMessageContaining("is not mounted; mounted are assay, lab")
                .extracting("code")
                .isEqualTo(ErrorCode.USAGE);
    }
}
