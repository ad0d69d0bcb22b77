package lamin.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import lamin.schema.sql.SqlExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " <=> ",
            quoteCharacter = '^',
            value = {
                "kind IN ('a', 'b') <=> ((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "kind NOT IN ('a', 'b') <=> ((kind)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "kind in ('a') <=> ((kind)::text = 'a'::text)",
                "size > 0 and size < 10 or key is not null <=> (((size > 0) AND (size < 10)) OR (key IS NOT NULL))",
                "size between 1 and 5 <=> ((size >= 1) AND (size <= 5))",
                "size not between 1 and 5 <=> ((size < 1) OR (size > 5))",
                "delta >= -1.5 <=> (delta >= '-1.5'::numeric)",
                "price > 0 <=> (price > (0)::double precision)",
                "a and (b and c) <=> ((a AND b) AND c)",
                "key like 'x%' <=> ((key)::text ~~ 'x%'::text)",
                "key not like 'x%' <=> ((key)::text !~~ 'x%'::text)",
                "not is_latest <=> (NOT is_latest)",
                "state != 'x' <=> ((state)::text <> 'x'::text)",
                "lower(\"name\") <=> lower((name)::text)",
                "case when a then 1 end <=> CASE WHEN a THEN 1 ELSE NULL::integer END",
                "cast(a as integer) + 1 <=> ((a)::integer + 1)",
                "[key] IS NULL <=> \"key\" is null",
                "f(a, b + 1) * 2 <=> (f(a, (b + 1)) * 2)",
                "a - (b - c) <=> (a - (b - c))",
                "(a - b) - c <=> a - b - c",
                "at at time zone 'utc' <=> (at AT TIME ZONE 'utc'::text)",
                "a || 'x' <=> ((a)::text || 'x'::text)",
                "x /* why */ > 1e-3 <=> x > 1e-3",
            })
    void what_an_author_writes_and_postgresql_prints_is_the_same(String written, String printed) {
        assertThat(normal(written)).isEqualTo(normal(printed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " <=> ",
            quoteCharacter = '^',
            value = {
                "a - (b - c) <=> a - b - c",
                "(a or b) and c <=> a or b and c",
                "\"createdAt\" > 1 <=> createdat > 1",
                "name = 'A' <=> name = 'a'",
                "not (a and b) <=> not a and b",
                "-(a + b) <=> -a + b",
            })
    void what_differs_stays_different(String one, String other) {
        assertThat(normal(one)).isNotEqualTo(normal(other));
    }

    @Test
    void only_needed_parentheses_are_left() {
        assertThat(normal("(((\"a\") > (1)) AND ((b IS NULL) OR (NOT c)))"))
                .isEqualTo("(a > 1) and ((b is null) or (not c))");
    }

    @Test
    void casts_stay_where_types_matter() {
        assertThat(SqlExpression.of("CAST(a AS int) > 1").normal())
                .isEqualTo(SqlExpression.of("((a)::int > 1)").normal())
                .isNotEqualTo(SqlExpression.of("cast(a as text) > 1").normal())
                .isNotEqualTo(SqlExpression.of("a > 1").normal());
    }

    @Test
    void the_functions_of_the_standard_with_words_between_arguments_are_read() {
        assertThat(normal("(EXTRACT(year  FROM \"t\") >\n 2000)")).isEqualTo("extract(year from t) > 2000");
        assertThat(normal("substring(a FROM 1 for 2)")).isEqualTo("substring(a from 1 for 2)");
        assertThat(normal("trim(BOTH 'x' from a)")).isEqualTo("trim(both 'x' from a)");
        assertThat(normal("position('x' in a) > 0")).isEqualTo("position('x' in a) > 0");
        assertThat(normal("make_interval(Days => 10)")).isEqualTo("make_interval(days => 10)");
    }

    @Test
    void a_column_keeps_its_quotes_where_the_word_alone_is_something_else() {
        assertThat(normal("\"user\" = 'a'")).isNotEqualTo(normal("user = 'a'"));
        assertThat(normal("\"time\" > 1")).isEqualTo(normal("time > 1"));
    }

    @Test
    void sql_that_is_not_understood_is_compared_by_its_tokens() {
        assertThat(normal("a > (SELECT  max(b) FROM \"t\")")).isEqualTo("a > ( select max ( b ) from t )");
        assertThat(normal("'unclosed")).isEqualTo("'unclosed");
        assertThat(normal("")).isEmpty();
        assertThat(normal("\"")).isEqualTo("\"\"");
    }

    @Test
    void deep_nesting_ends() {
        assertThat(normal("(".repeat(20_000) + "a" + ")".repeat(20_000))).contains("a");
    }

    private static String normal(String sql) {
        return SqlExpression.of(sql).normalWithoutCasts().text();
    }
}
