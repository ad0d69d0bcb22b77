package lamin.ontology.format;

import static lamin.ontology.format.TermFiles.assertFails;
import static lamin.ontology.format.TermFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lamin.ontology.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of terms, genes and species. Parquet has tests in its own module. */
class TableTermsTest {
    @TempDir
    Path folder;

    @Test
    void a_table_of_an_ontology() {
        var terms = read(folder, """
                ontology_id,name,definition,synonyms,parents,obsolete,replaced_by,rank
                CL:0000084,T cell,"A lymphocyte, of course.",T lymphocyte|T-cell,CL:0000542|CL:2,false,,3
                CL:0000003,native cell,,,,true,CL:0000000,
                """);

        var cell = terms.getFirst();
        assertThat(cell.id()).isEqualTo("CL:0000084");
        assertThat(cell.name()).isEqualTo("T cell");
        assertThat(cell.definition()).isEqualTo("A lymphocyte, of course.");
        assertThat(cell.exactSynonyms()).containsExactly("T lymphocyte", "T-cell");
        assertThat(cell.isA()).containsExactly("CL:0000542", "CL:2");
        assertThat(cell.columns()).containsExactly(entry("rank", "3"));
        assertThat(terms.getLast().isObsolete()).isTrue();
        assertThat(terms.getLast().replacedBy()).containsExactly("CL:0000000");
        assertThat(terms.getLast().columns()).isEmpty();
    }

    @Test
    void lists_as_pandas_writes_them_into_csv() {
        assertThat(read(folder, "ontology_id,name,parents\nX:1,a,\"['X:2' 'X:3']\"\nX:4,b,[]\nX:5,obsolete c,\n"))
                .extracting(Term::isA)
                .containsExactly(List.of("X:2", "X:3"), List.of(), List.of());
        assertThat(read(folder, "ontology_id,name\nX:5,obsolete c\n").getFirst().isObsolete())
                .isTrue();
    }

    @Test
    void ids_are_as_the_table_has_them() {
        assertThat(read(folder, "id,name\nCVCL_0001,a\nCVCL_E548,b\nNM_000546,c\n"))
                .extracting(Term::id)
                .containsExactly("CVCL_0001", "CVCL_E548", "NM_000546");
    }

    @Test
    void a_table_of_bioportal() {
        var term = read(folder, """
                        Class ID\tPreferred Label\tSynonyms\tDefinitions\tObsolete\tParents
                        http://example.org/EDAM_12\tSequence\tseq\tA text.\tFALSE\thttp://example.org/EDAM_1
                        """).getFirst();
        assertThat(term.id()).isEqualTo("EDAM:12");
        assertThat(term.name()).isEqualTo("Sequence");
        assertThat(term.definition()).isEqualTo("A text.");
        assertThat(term.isA()).containsExactly("EDAM:1");
    }

    @Test
    void genes_of_gencode_have_no_header() {
        var terms = read(folder, "ENSG00000290825,DDX11L16,2,1396,lncRNA\nENSG00000167286,CD3D,9,771,protein_coding\n");

        assertThat(terms).extracting(Term::id).containsExactly("ENSG00000290825", "ENSG00000167286");
        assertThat(terms).extracting(Term::name).containsExactly("DDX11L16", "CD3D");
        assertThat(terms.getFirst().columns())
                .containsExactly(entry("version", "2"), entry("length", "1396"), entry("biotype", "lncRNA"));
    }

    @Test
    void genes_of_ensembl_have_a_row_for_each_synonym_and_id() {
        var terms = read(folder, """
                Gene stable ID\tGene name\tGene type\tGene Synonym\tNCBI gene (formerly Entrezgene) ID
                ENSG00000167286\tCD3D\tprotein_coding\tT3D\t915
                ENSG00000167286\tCD3D\tprotein_coding\tIMD19\t915
                ENSG00000167286\tCD3D\tprotein_coding\tT3D\t916
                ENSG00000000001\t\tlncRNA\t\t
                """);

        assertThat(terms).hasSize(2);
        assertThat(terms.getFirst().exactSynonyms()).containsExactly("T3D", "IMD19");
        assertThat(terms.getFirst().columns())
                .containsExactly(entry("biotype", "protein_coding"), entry("ncbi_gene_id", "915|916"));
        assertThat(terms.getLast().name()).isNull();
    }

    @Test
    void species_of_ensembl() {
        var term = read(
                        folder,
                        "#name\tspecies\tdivision\ttaxonomy_id\tassembly\nHuman\thomo_sapiens\tEnsemblVertebrates\t9606\tGRCh38\n")
                .getFirst();
        assertThat(term.id()).isEqualTo("NCBITaxon:9606");
        assertThat(term.name()).isEqualTo("human");
        assertThat(term.columns()).contains(entry("scientific_name", "Homo sapiens"), entry("assembly", "GRCh38"));
    }

    @Test
    void other_columns_can_be_the_id() {
        var file = TermFiles.write(folder, "name,uniprotkb_id\nCD8A,P01732\n");
        try (var terms = new TermFile(file).open(List.of("name")).stream()) {
            assertThat(terms.toList()).singleElement().returns("CD8A", Term::id).returns("CD8A", Term::name);
        }
        assertThat(read(file)).singleElement().returns("P01732", Term::id);
    }

    @Test
    void bytes_that_are_not_utf_8() {
        var content = ("id,name\n" + "X:1,a\n".repeat(5000) + "X:2,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertFails(TermFiles.write(folder, content), "line 5002: expected UTF-8");
    }

    @Test
    void a_wrong_row_is_named_with_what_was_expected() {
        assertFails(folder, "name,rank\nT cell,1\n", "expected a column with ids, ontology_id or ");
        assertFails(folder, "ontology_id,name\nX:1,a\n,b\n", "line 3: expected an id in ontology_id, found none");
        assertFails(folder, "ontology_id,obsolete\nX:1,maybe\n", "line 2: expected true or false, found 'maybe'");
        assertFails(folder, "ontology_id,name\nX:1,\"a\n", "cannot read");
        assertFails(folder, "ontology_id,parents\nX:1,[X:2]\n", "line 2: expected a list such as ['CL:0000084']");
    }
}
