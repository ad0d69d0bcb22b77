package lamin.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;

class DtypeTest {
    @Test
    void notations_of_laminDB_are_read_and_written() {
        for (var text : List.of(
                "int",
                "float",
                "num",
                "str",
                "bool",
                "date",
                "datetime",
                "datetime64[ns, UTC]",
                "dict",
                "path",
                "url",
                "object",
                "list[int]",
                "cat[ULabel]",
                "cat[ULabel[abcdefgh]]",
                "cat[bionty.CellType]",
                "cat[bionty.Gene.ensembl_gene_id]",
                "cat[bionty.Disease[source__uid='4a3ejKuf']]",
                "cat[Record[abcdefghijklmnop].name]",
                "cat[bionty.Tissue.ontology_id|bionty.CellType.ontology_id]",
                "list[cat[bionty.CellType]]")) {
            assertThat(Dtype.parse(text)).as(text).hasToString(text);
        }
    }

    @Test
    void a_category_names_its_registry_type_and_field() {
        var category =
                Dtype.parse("cat[bionty.Gene.ensembl_gene_id]").categories().getFirst();
        assertThat(category.registry().table()).isEqualTo("bionty_gene");
        assertThat(category.field()).isEqualTo("ensembl_gene_id");
        assertThat(Dtype.parse("cat[ULabel[abcdefgh]]").categories().getFirst().type())
                .contains("abcdefgh");
        assertThat(Dtype.parse("cat[bionty.Disease[source__uid=x]]")
                        .categories()
                        .getFirst()
                        .isFiltered())
                .isTrue();
        assertThat(Dtype.parse("list[cat[ULabel]]").isCategorical()).isTrue();
        assertThat(Dtype.parse("cat")).hasToString("cat[ULabel]");
        assertThat(Dtype.parse("list[int]")).isEqualTo(new ListOf(Simple.INT));
    }

    @Test
    void an_unknown_type_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Dtype.parse("flaot"))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("flaot is not a type")
                .hasMessageContaining("float")
                .hasMessageContaining("cat[REGISTRY]");
        assertThatThrownBy(() -> Dtype.parse("cat[ulabel]")).hasMessageContaining("ulabel is not a registry");
    }
}
