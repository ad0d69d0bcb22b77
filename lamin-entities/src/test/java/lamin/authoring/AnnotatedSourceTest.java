package lamin.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
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
                .satisfies(failure -> assertThat(failure.toString()).contains("migration = \"dd2b4a9499f2\""));
    }

    @Test
    void an_attribute_is_added_behind_the_last_one_and_before_its_comment() {
        var source =
                "@Revision(\r\n    id = \"1\", // the id\r\n    release = \"vX.X.X\" // open\r\n)\r\nclass A {}\r\n";
        assertThat(AnnotatedSource.script("A", source).with("checksum", "c2:0").text())
                .isEqualTo(source.replace("\"vX.X.X\"", "\"vX.X.X\", checksum = \"c2:0\""));
    }

    @Test
    void an_array_of_one_keeps_its_braces_and_one_of_several_becomes_one_text() {
        var source = "@lamin.schema.Revision(id = \"1\", down = { \"a\" /* parent */ }, release = \"v1\") class A {}";
        assertThat(AnnotatedSource.script("A", source).with("down", "b").text())
                .isEqualTo(source.replace("\"a\"", "\"b\""));
        var merged = "@Revision(id = \"1\", down = {\"a\", \"b\"}) class A {}";
        assertThat(AnnotatedSource.script("A", merged).with("down", "c").text())
                .isEqualTo("@Revision(id = \"1\", down = \"c\") class A {}");
    }

    @Test
    void a_constant_is_refused_with_its_line_and_what_to_write() {
        var source = "\n@Revision(\n  id = ID,\n  down = {PARENT})\nclass A {}\n";
        assertThatThrownBy(() -> AnnotatedSource.script("A", source).with("down", "b"))
                .isInstanceOf(LaminException.class)
                .hasMessage("A.java:4: the value is not plain text and cannot be edited")
                .satisfies(failure -> assertThat(((LaminException) failure).remedies())
                        .containsExactly(new Advice("write it in place: @Revision(... down = \"b\" ...)")));
    }

    @Test
    void a_class_is_renamed_in_its_code_and_not_in_comments_and_texts() {
        var source = """
                /** {@link A_vx}. */
                @Revision(id = "1") // A_vx
                public   final
                    class /* A_vx */ A_vx implements Migration {
                    public A_vx() { run(A_vx.Step.class, "A_vx \\" A_vx", 'A'); A_vx_other(); }
                    String text = \"""
                        A_vx
                        \""";
                }
                """;
        assertThat(AnnotatedSource.script("A_vx", source).withClassName("B").text())
                .isEqualTo(source.replace("*/ A_vx implements", "*/ B implements")
                        .replace("public A_vx()", "public B()")
                        .replace("A_vx.Step", "B.Step"));
    }

    @Test
    void a_package_without_the_annotation_is_refused() {
        assertThatThrownBy(() ->
                        AnnotatedSource.packageInfo("package lnschema_assay;").with("version", "1.0.0"))
                .hasMessage("package-info.java has no @SchemaModule annotation");
    }
}
