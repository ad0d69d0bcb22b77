package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void a_text_block_is_the_output_of_the_snippet_before_it() {
        var document = """
                # Title
                ```sh
                echo one
                ```

                ```text
                one
                ```
                Words.
                ```java
                1 + 1
                ```
                More words.
                ```text
                not an output
                ```
                """;
        assertThat(Snippet.of(document.lines().toList()))
                .containsExactly(
                        new Snippet(Snippet.Language.SH, 3, List.of("echo one"), List.of("one")),
                        new Snippet(Snippet.Language.JAVA, 11, List.of("1 + 1"), List.of()));
    }

    @Test
    void a_console_block_is_a_command_with_what_it_asks_and_is_answered() {
        var document = """
                ```console
                $ lamin load lab
                pending: one
                deploy? [y/N] y
                loaded lab
                ```
                """;
        var snippets = Snippet.of(document.lines().toList());
        assertThat(snippets)
                .containsExactly(new Snippet(
                        Snippet.Language.CONSOLE,
                        2,
                        List.of("lamin load lab"),
                        List.of("pending: one", "deploy? [y/N] y", "loaded lab")));
        assertThat(snippets.getFirst().answers()).containsExactly("y");
    }

    @Test
    void three_dots_stand_for_characters_in_a_line_and_for_lines() {
        assertThat(expecting("took ... ms in ... steps").expects(List.of("took 12 ms in 3 steps")))
                .isTrue();
        assertThat(expecting("took ... ms").expects(List.of("took 12 s"))).isFalse();
        assertThat(expecting("first", "...", "last").expects(List.of("first", "last")))
                .isTrue();
        assertThat(expecting("first", "...", "last").expects(List.of("first", "a", "b", "last")))
                .isTrue();
        assertThat(expecting("first", "...", "last").expects(List.of("first", "a", "b")))
                .isFalse();
    }

    @Test
    void without_an_expected_output_any_will_do() {
        assertThat(expecting().expects(List.of("whatever"))).isTrue();
    }

    private static Snippet expecting(String... lines) {
        return new Snippet(Snippet.Language.SH, 1, List.of("true"), List.of(lines));
    }
}
