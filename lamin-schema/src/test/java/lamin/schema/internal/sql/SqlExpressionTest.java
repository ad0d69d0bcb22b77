package lamin.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.sql.SqlExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlExpressionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '^',
            value = {
                "length(name) < 10 -> name",
                "length(name) < length -> length,name",
                "\"length\"(name) < 1 -> name",
                "pg_catalog.length(name) > t.length -> length,name",
                "case when end > start then 1 else end end > 0 -> end,start",
                "case kind when 'a' then date end is null -> date,kind",
                "cast(raw as text) = text -> raw,text",
                "raw::text = text -> raw,text",
                "raw::character varying(20)[] = lower(text)::text -> raw,text",
                "date > date '2020-01-01' -> date",
                "at at time zone 'utc' > timestamp with time zone '2020-01-01' -> at",
                "taken > interval '1' year to month -> taken",
                "tags[idx] = tag -> idx,tag,tags",
                "tags[first:last] = array[tag, 'x'] -> first,last,tag,tags",
                "name collate nocase = value -> name,value",
                "name COLLATE \"C\" > 'a' -> name",
                "extract(year from taken) > year -> taken,year",
                "trim(leading 'x' from both) = '' -> both",
                "(address).city = city -> address,city",
                "make_interval(days => days) > 'x' -> days",
                "current_timestamp > value and null is null -> value",
                "key between low and high and value not in (a, b) -> a,b,high,key,low,value",
                "name not like pattern escape '!' -> name,pattern",
                "json ->> 'text' = text and json is not null -> json,text",
                "not valid or array = 1 -> array,valid",
                "e > 1 and x like 'e' -> e,x",
                "value = $$value$$ or value = E'\\'other' /* gone */ -- gone -> value",
            })
    void columns_are_distinguished_from_functions_types_and_key_words(String sql, String columns) {
        assertThat(SqlExpression.of(sql).columns()).containsExactly(columns.split(","));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "length(name) < length -> length -> size -> length(name) < size",
                "case when end > 1 then start end -> end -> stop -> case when stop > 1 then start end",
                "case when \"end\" > 1 then start end -> end -> stop -> case when stop > 1 then start end",
                "cast(raw as text) = text -> text -> words -> cast(raw as text) = words",
                "date > date '2020-01-01' -> date -> day -> day > date '2020-01-01'",
                "tags[idx] -> idx -> pos -> tags[pos]",
                "lower(a) = 'a' -> a -> b -> lower(b) = 'a'",
                "a > 1 -> a -> order -> \"order\" > 1",
                "a > 1 -> a -> madeAt -> \"madeAt\" > 1",
                "a > 1 -> a -> user -> \"user\" > 1",
                "\"order\" > 1 -> order -> b -> b > 1",
                "\"a\" > 1 -> a -> b -> \"b\" > 1",
                "t.a > a() -> a -> b -> t.b > a()",
                "x -> a -> b -> x",
            })
    void a_rename_replaces_the_column_alone(String spec) {
        var parts = spec.split(" -> ", -1);

        assertThat(SqlExpression.of(parts[0]).renamed(parts[1], parts[2]).text())
                .isEqualTo(parts[3]);
    }

    @Test
    void a_comment_at_the_end_is_no_part_of_it() {
        assertThat(SqlExpression.of("a -- one\n > 1 /* two */ -- three\n").text())
                .isEqualTo("a -- one\n > 1");
        assertThat(SqlExpression.of("a > '--'").text()).isEqualTo("a > '--'");
    }

    @Test
    void a_qualifier_follows_its_table() {
        assertThat(SqlExpression.of("plate.name > plate")
                        .ofRenamedTable("plate", "dish")
                        .text())
                .isEqualTo("dish.name > plate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user = 'x'", "a is unknown", "a > (select max(user) from unknown)", "true = U&\"us\\0065r\""})
    void ambiguous_words_are_refused_by_name(String sql) {
        var expression = SqlExpression.of(sql);

        for (var name : List.of("user", "unknown")) {
            if (expression.mayMention(name)) {
                assertThatThrownBy(() -> expression.renamed(name, "b"))
                        .isInstanceOf(UnclearSqlException.class)
                        .hasMessageContaining("cannot tell whether")
                        .hasMessageContaining(sql);
            }
        }
        assertThatThrownBy(expression::columns).isInstanceOf(UnclearSqlException.class);
    }

    @Test
    void what_is_unclear_is_of_no_concern_to_other_columns() {
        var expression = SqlExpression.of("user = name");

        assertThat(expression.renamed("name", "title").text()).isEqualTo("user = title");
        assertThat(expression.mentions("kind")).isFalse();
    }
}
