package lamin.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void statements_end_at_semicolons_outside_strings_and_comments() {
        assertThat(texts("a 'x;y'; -- ;\n b $$ ; $$ ;; /* ; */", SqlSyntax.POSTGRESQL))
                .containsExactly("a 'x;y'", "-- ;\n b $$ ; $$");
    }

    @Test
    void the_statements_of_a_rule_belong_to_it() {
        var rule = "create rule r as on insert to a do also (delete from b; delete from c)";

        assertThat(texts(rule + "; select 1", SqlSyntax.POSTGRESQL)).containsExactly(rule, "select 1");
    }

    @Test
    void the_statements_of_a_trigger_belong_to_it() {
        var trigger =
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET n = CASE WHEN 1 THEN 2 END; DELETE FROM b; END";

        assertThat(texts(trigger + "; SELECT 1", SqlSyntax.SQLITE)).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void a_trigger_of_postgresql_ends_at_its_semicolon() {
        assertThat(texts("create trigger t after insert on a execute function f(); select 1", SqlSyntax.POSTGRESQL))
                .containsExactly("create trigger t after insert on a execute function f()", "select 1");
    }

    @Test
    void the_body_of_a_function_of_the_standard_belongs_to_it() {
        var function = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END";

        assertThat(texts(function + "; SELECT 1", SqlSyntax.POSTGRESQL)).containsExactly(function, "SELECT 1");
    }

    @Test
    void names_in_the_body_of_a_function_count() {
        var script = new SqlScript("do $$ begin update plate set a = 1; end $$", SqlSyntax.POSTGRESQL);

        assertThat(script.mayMention("plate")).isTrue();
        assertThat(script.mayMention("dish")).isFalse();
        assertThat(new SqlScript("select 'plate'", SqlSyntax.POSTGRESQL).mayMention("plate"))
                .isFalse();
    }

    private static List<String> texts(String sql, SqlSyntax syntax) {
        return new SqlScript(sql, syntax)
                .statements().stream().map(SqlScript.Statement::text).toList();
    }
}
