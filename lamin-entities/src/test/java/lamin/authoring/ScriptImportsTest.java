package lamin.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptImportsTest {
    private static final List<String> LINES = List.of(
            "op.addColumn(\"assay_well\", \"remark\", string(255)).defaultSql(sql().sqlite(\"text()\"));",
            "op.createForeignKey(\"assay_well\", \"plate_id\").references(\"assay_plate\").onDelete(OnDelete.CASCADE);",
            "// Alembic: op.add_column(\"assay_well\", sa.Column(\"size\", sa.bytes()))");

    @Test
    void a_script_lacks_what_its_author_or_an_editor_removed() {
        assertThat(ScriptImports.missing("import lamin.schema.Migration;\n", LINES))
                .containsExactly(
                        "import lamin.schema.model.Constraint.OnDelete;",
                        "import static lamin.schema.model.ColumnTypes.string;",
                        "import static lamin.schema.sql.DatabaseSql.sql;");
    }

    @Test
    void imports_of_one_name_and_of_all_names_will_do() {
        assertThat(ScriptImports.missing(ScriptImports.all(), LINES)).isEmpty();
        assertThat(ScriptImports.missing("""
                        import static lamin.schema.model.ColumnTypes.string;
                        import static lamin.schema.sql.DatabaseSql.*;
                        import lamin.schema.model.Constraint.*;
                        """, LINES)).isEmpty();
    }
}
