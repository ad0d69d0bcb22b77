package lamin.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a->>'b' <= 1e-3 AND ARRAY['x]', [y]] -- end",
                "[a b] /* c */ \"d\"\"e\" `f`",
                "'open",
                "\"",
                "[",
                "/*",
                "größe::text[]",
                "0x1E+1",
            })
    void the_tokens_make_up_the_source_again(String sql) {
        assertThat(SqlTokens.of(sql).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(sql);
    }

    @Test
    void operators_and_numbers_are_one_token() {
        assertThat(SqlTokens.significant("a->>'b'<>1e-3::text||0x1E+1"))
                .extracting(Token::text)
                .containsExactly("a", "->>", "'b'", "<>", "1e-3", "::", "text", "||", "0x1E", "+", "1");
    }

    @Test
    void brackets_quote_names_except_after_array() {
        assertThat(SqlTokens.significant("[a b] array[c] text[]"))
                .extracting(Token::text)
                .containsExactly("[a b]", "array", "[", "c", "]", "text", "[", "]");
    }

    @Test
    void names_lose_their_quotes() {
        assertThat(SqlTokens.significant("\"a\"\"b\" `c``d` [e f] 'g''h' i \""))
                .extracting(Token::identifier)
                .containsExactly("a\"b", "c`d", "e f", "g'h", "i", "");
    }

    @Test
    void lists_are_split_at_their_own_commas() {
        assertThat(SqlTokens.split(" a, f(b, c), ',' , \"d,e\" /* , */"))
                .containsExactly("a", "f(b, c)", "','", "\"d,e\" /* , */");
    }

    @Test
    void a_new_name_is_put_in_quotes_where_it_must_be() {
        assertThat(SqlTokens.rename("lower(a) = 'a'", "a", "b")).isEqualTo("lower(b) = 'a'");
        assertThat(SqlTokens.rename("a > 1", "a", "order")).isEqualTo("\"order\" > 1");
        assertThat(SqlTokens.rename("a > 1", "a", "madeAt")).isEqualTo("\"madeAt\" > 1");
        assertThat(SqlTokens.rename("\"order\" > 1", "order", "b")).isEqualTo("b > 1");
        assertThat(SqlTokens.rename("\"a\" > 1", "a", "b")).isEqualTo("\"b\" > 1");
    }

    @Test
    void only_parentheses_around_the_whole_are_taken_away() {
        assertThat(SqlTokens.unwrap(" ( (a > 1) ) -- why")).isEqualTo("a > 1");
        assertThat(SqlTokens.unwrap("(a) or (b)")).isEqualTo("(a) or (b)");
        assertThat(SqlTokens.unwrap("(')')")).isEqualTo("')'");
        assertThat(SqlTokens.unwrap("()")).isEmpty();
        assertThat(SqlTokens.unwrap("((")).isEqualTo("((");
    }
}
