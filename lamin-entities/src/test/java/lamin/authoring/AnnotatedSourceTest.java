package lamin.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;

class AnnotatedSourceTest {
    @Test
    void the_head_is_replaced_and_all_else_stays() {
        var source = """
                // a comment, migration = "no"
                /** A module. */
                @SchemaModule( version="1.0.0" ,
                    migration = "8280855a5064" /* head */ )
                package lnschema_assay;

                import lamin.schema.SchemaModule;
                """;
        assertThat(AnnotatedSource.packageInfo(source)
                        .with("migration", "dd2b4a9499f2")
                        .text())
                .isEqualTo(source.replace("8280855a5064", "dd2b4a9499f2"));
    }

    @Test
    void a_head_is_added_where_there_was_none() {
        var source = "@lamin.schema.SchemaModule(version = \"0.1.0\")\r\npackage lnschema_assay;\r\n";
        assertThat(AnnotatedSource.packageInfo(source)
                        .with("migration", "dd2b4a9499f2")
                        .text())
                .isEqualTo(source.replace("\"0.1.0\"", "\"0.1.0\", migration = \"dd2b4a9499f2\""));
    }

    @Test
    void an_expression_is_refused_with_the_line_to_write() {
        var source = "@SchemaModule(version = \"0.1.0\", migration = Heads.LAST)\npackage lnschema_assay;\n";
        assertThatThrownBy(() -> AnnotatedSource.packageInfo(source)
                        .with("migration", "dd2b4a9499f2")
                        .text())
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("migration = \"dd2b4a9499f2\"");
    }
}
