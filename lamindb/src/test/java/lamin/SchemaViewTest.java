package lamin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class SchemaViewTest {
    private static final Column NUMBER = Column.of("id", new ColumnType.Int32()).withNullable(false);
    private static final SchemaView TINY = SchemaView.of(SchemaModel.of(List.of(
                    table("assay", "assay_notebook")
                            .with(NUMBER)
                            .with(Column.of("title", new ColumnType.VarChar(255))
                                    .withNullable(false))
                            .with(NUMBER.renamed("created_by_id").withNullable(true))
                            .with(PrimaryKey.of("id"))
                            .with(ForeignKey.of("created_by_id", TableName.of("assay_person"))),
                    table("assay", "assay_person")
                            .with(NUMBER)
                            .with(Column.of("name", new ColumnType.Text()).withNullable(false))
                            .with(PrimaryKey.of("id")),
                    table("assay", "assay_notebookperson")
                            .with(NUMBER)
                            .with(NUMBER.renamed("notebook_id"))
                            .with(NUMBER.renamed("person_id"))
                            .with(PrimaryKey.of("id"))
                            .with(ForeignKey.of("notebook_id", TableName.of("assay_notebook")))
                            .with(ForeignKey.of("person_id", TableName.of("assay_person"))),
                    table("", "scratch").with(NUMBER.renamed("x").withNullable(true)))))
            .withVersions(Map.of("assay", "0.2.0"));

    private static Table table(String module, String name) {
        return Table.of(TableName.of(name), module);
    }

    @Test
    void tables_stand_under_their_module_with_columns_types_keys_and_targets() {
        assertThat(TINY.toString()).isEqualTo("""
                        assay 0.2.0 · 3 tables
                          assay_notebook
                            id             int32        PK
                            title          string(255)
                            created_by_id  int32?       -> assay_person
                          assay_notebookperson
                            id           int32  PK
                            notebook_id  int32  -> assay_notebook
                            person_id    int32  -> assay_person
                          assay_person
                            id    int32  PK
                            name  text

                        tables of no module · 1 table
                          scratch
                            x  int32?""");
    }

    @Test
    void the_short_form_names_tables_only() {
        assertThat(TINY.withTablesOnly(true).withModule("assay").toString()).isEqualTo("""
                        assay 0.2.0 · 3 tables
                          assay_notebook
                          assay_notebookperson
                          assay_person""");
    }

    @Test
    void core_comes_first_and_tables_of_no_module_last() {
        var modules = List.of(table("", "scratch"), table("bionty", "bionty_gene"), table("core", "lamindb_run"));
        assertThat(SchemaView.of(SchemaModel.of(modules)).toString()).isEqualTo("""
                        core · 1 table
                          lamindb_run

                        bionty · 1 table
                          bionty_gene

                        tables of no module · 1 table
                          scratch""");
    }

    @Test
    void no_line_is_longer_than_the_terminal_is_wide() {
        var view = TINY.withWidth(31);
        assertThat(view.toString().lines()).allMatch(line -> line.length() <= 31);
        assertThat(view.toString())
                .contains("    created_by_id int32? -> as…\n", "    id int32 PK\n", "    id    int32  PK\n");
    }

    @Test
    void colours_change_nothing_but_the_colours() {
        var coloured = TINY.withColour(true).toString();
        assertThat(coloured).contains("\u001b[1massay 0.2.0 · 3 tables\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(TINY.toString());
    }
}
