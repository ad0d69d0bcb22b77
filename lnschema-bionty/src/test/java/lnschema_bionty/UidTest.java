package lnschema_bionty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lnschema_core.BaseRecord;
import lnschema_core.Branch;
import lnschema_core.Md5;
import lnschema_core.SaveContext;
import lnschema_core.Space;
import lnschema_core.User;
import org.junit.jupiter.api.Test;

class UidTest {
    private final Organism human = new Organism("human", "NCBITaxon:9606");

    @Test
    void a_term_of_ones_own_has_the_uid_of_its_name() {
        assertThat(saved(new CellType("my cell")).uid()).isEqualTo("1QrKqhytXLfe96");
    }

    @Test
    void a_public_term_has_the_uid_of_its_ontology_id() {
        assertThat(saved(new CellType("T cell", "CL:0000084")).uid()).isEqualTo(Md5.base62("CL:0000084", 14));
    }

    @Test
    void a_source_has_the_uid_that_python_gives_it() {
        var source = new Source("bionty.Organism", "vertebrates", "ensembl", "release-116");
        assertThat(saved(source).uid()).isEqualTo("6Exvf3us");
    }

    @Test
    void a_gene_has_the_uid_of_the_best_of_its_names() {
        assertThat(saved(new Gene(human).symbol("CD8A")).uid()).isEqualTo(Md5.base62("CD8Ahuman", 14));
        assertThat(saved(new Gene(human).symbol("YAL001C").stableId("S1")).uid())
                .isEqualTo(Md5.base62("S1", 14));
        assertThat(saved(new Gene(human).stableId("S1").ensemblGeneId("ENSG1")).uid())
                .isEqualTo(Md5.base62("ENSG1", 14));
    }

    private static <R extends BaseRecord> R saved(R entity) {
        var user = new User("00000000", "anonymous");
        entity.prepare(new SaveContext(user, new Branch("main"), new Space("all"), Instant.EPOCH, "x"::repeat));
        return entity;
    }
}
