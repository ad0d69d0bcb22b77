package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void parameters_that_are_not_set_are_left_out() {
        assertThat(Arguments.of("migrate", "deploy")
                        .option("--to", null)
                        .options("--allow-drop", List.of("a", "b.c"))
                        .flag("--yes", false)
                        .value(null)
                        .toArray())
                .containsExactly("migrate", "deploy", "--allow-drop", "a", "--allow-drop", "b.c");
    }

    @Test
    void further_arguments_are_separated_and_quoted_as_in_a_shell() {
        assertThat(Arguments.of("migrate")
                        .text("--json --fill 'a.b=lower(c)' --to \"x y\"")
                        .toArray())
                .containsExactly("migrate", "--json", "--fill", "a.b=lower(c)", "--to", "x y");
    }

    @Test
    void a_comma_in_sql_does_not_separate_values_of_columns() {
        assertThat(Arguments.fills("orders.state=coalesce(state, 'new'), orders.note=''"))
                .containsExactly("orders.state=coalesce(state, 'new')", "orders.note=''");
        assertThat(Arguments.fills(null)).isEmpty();
    }
}
