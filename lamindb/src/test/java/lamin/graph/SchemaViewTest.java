package lamin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaViewTest {
    private static final SchemaView TINY = SchemaView.of(Facts.tiny()).withVersions(Map.of("assay", "0.2.0"));

    @Test
    void tables_stand_under_their_module_with_columns_types_keys_and_targets() {
        assertThat(TINY.toString()).isEqualTo("""
                        assay 0.2.0 · 3 tables
                          assay_notebook
                            id             int32        PK
                            title          string(255)
                            created_by_id  int32?       → assay_person
                          assay_notebookperson
                            id           int32  PK
                            notebook_id  int32  → assay_notebook
                            person_id    int32  → assay_person
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
        var view = SchemaView.of(Facts.coreAndBionty()).withTablesOnly(true).toString();
        assertThat(view).startsWith("core · 36 tables\n").contains("\n\nbionty · 43 tables\n");
    }

    @Test
    void no_line_is_longer_than_the_terminal_is_wide() {
        var view = TINY.withWidth(31);
        assertThat(view.toString().lines()).allMatch(line -> line.length() <= 31);
        assertThat(view.toString())
                .contains("    created_by_id int32? → ass…\n", "    id int32 PK\n", "    id    int32  PK\n");
    }

    @Test
    void colours_change_nothing_but_the_colours() {
        var coloured = TINY.withColour(true).toString();
        assertThat(coloured).contains("\u001b[1massay 0.2.0 · 3 tables\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(TINY.toString());
    }
}
