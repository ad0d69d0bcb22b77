package lamin.schema.internal.sql;

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
    void brackets_quote_names_except_after_an_operand() {
        assertThat(SqlTokens.significant("[a b] array[c] text[]"))
                .extracting(Token::text)
                .containsExactly("[a b]", "array", "[", "c", "]", "text", "[", "]");
    }

    @Test
    void names_lose_their_quotes() {
        assertThat(SqlTokens.significant("\"a\"\"b\" `c``d` [e f] 'g''h' i \"", SqlSyntax.SQLITE))
                .extracting(Token::identifier)
                .containsExactly("a\"b", "c`d", "e f", "g'h", "i", "");
    }

    @Test
    void lists_are_split_at_their_own_commas() {
        assertThat(SqlTokens.split(" a, f(b, c), ',' , \"d,e\" /* , */"))
                .containsExactly("a", "f(b, c)", "','", "\"d,e\" /* , */");
    }

    @Test
    void literals_of_postgresql_are_one_token() {
        var sql = "$$a; 'b$$ $tag$ $$ ; $tag$ E'it\\'s' U&'d\\0061t' B'01' x'0F' $1 a$b";

        assertThat(SqlTokens.significant(sql, SqlSyntax.POSTGRESQL))
                .extracting(Token::text)
                .containsExactly(
                        "$$a; 'b$$", "$tag$ $$ ; $tag$", "E'it\\'s'", "U&'d\\0061t'", "B'01'", "x'0F'", "$1", "a$b");
    }

    @Test
    void comments_nest_in_postgresql_only() {
        var sql = "/* a /* b */ c */ d";

        assertThat(SqlTokens.significant(sql, SqlSyntax.POSTGRESQL))
                .extracting(Token::text)
                .containsExactly("d");
        assertThat(SqlTokens.significant(sql, SqlSyntax.SQLITE))
                .extracting(Token::text)
                .containsExactly("c", "*", "/", "d");
        assertThat(SqlTokens.significant("/* a /* b */ d"))
                .extracting(Token::text)
                .containsExactly("d");
    }

    @Test
    void brackets_after_an_operand_are_a_subscript() {
        assertThat(SqlTokens.significant("tags[idx] = [tag] and (a)[1] > \"b\"[2]"))
                .extracting(Token::text)
                .containsExactly(
                        "tags", "[", "idx", "]", "=", "[tag]", "and", "(", "a", ")", "[", "1", "]", ">", "\"b\"", "[",
                        "2", "]");
        assertThat(SqlTokens.significant("update t set [a] = 1", SqlSyntax.SQLITE))
                .extracting(Token::text)
                .contains("[a]");
    }

    @Test
    void a_number_may_begin_with_a_point() {
        assertThat(SqlTokens.significant("a > .5 and t.b"))
                .extracting(Token::text)
                .containsExactly("a", ">", ".5", "and", "t", ".", "b");
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
