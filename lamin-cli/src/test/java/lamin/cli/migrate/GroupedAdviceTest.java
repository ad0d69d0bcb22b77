package lamin.cli.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupedAdviceTest {
    private static List<String> finding(String place) {
        return List.of(
                "L302 " + place + ": programs no longer find the column",
                "safer: keep the name",
                "if it is meant: ...");
    }

    private static List<List<String>> renames(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> finding("V" + i + ": renameColumn a.b c" + i))
                .toList();
    }

    @Test
    void one_finding_is_reported_as_it_is() {
        assertThat(GroupedAdvice.of(renames(1), false))
                .containsExactly(renames(1).getFirst());
    }

    @Test
    void many_of_a_rule_are_one_text_with_the_first_places() {
        assertThat(GroupedAdvice.of(renames(577), false))
                .containsExactly(List.of(
                        "L302 programs no longer find the column, in 577 places:",
                        "  V0: renameColumn a.b c0",
                        "  V1: renameColumn a.b c1",
                        "  V2: renameColumn a.b c2",
                        "  and 574 more, all shown by --verbose",
                        "safer: keep the name",
                        "if it is meant: ..."));
    }

    @Test
    void all_places_are_there_for_those_who_want_them() {
        assertThat(GroupedAdvice.of(renames(577), true).getFirst())
                .hasSize(580)
                .contains("  V576: renameColumn a.b c576");
    }

    @Test
    void each_rule_has_its_text() {
        var other = List.of("L101 V9: dropTable a: a table is dropped with its rows", "safer: ask");
        var mixed = List.of(renames(2).getFirst(), other, renames(2).getLast());
        assertThat(GroupedAdvice.of(mixed, false))
                .extracting(text -> text.getFirst())
                .containsExactly("L302 programs no longer find the column, in 2 places:", other.getFirst());
    }
}
