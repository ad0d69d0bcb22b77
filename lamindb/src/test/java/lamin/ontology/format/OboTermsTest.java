package lamin.ontology.format;

import static lamin.ontology.format.TermFiles.assertFails;
import static lamin.ontology.format.TermFiles.exact;
import static lamin.ontology.format.TermFiles.read;
import static lamin.ontology.format.TermFiles.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OBO format, with what real files make of it. */
class OboTermsTest {
    private static final String HEADER = "format-version: 1.2\nontology: cl\n\n";

    @TempDir
    Path folder;

    private Term only(String... lines) {
        var terms = read(folder, HEADER + "[Term]\n" + String.join("\n", lines) + "\n");
        assertThat(terms).hasSize(1);
        return terms.getFirst();
    }

    @Test
    void a_term_with_everything() {
        var term = only(
                "id: CL:0000084",
                "name: T cell",
                "def: \"A lymphocyte.\" [GOC:add, ISBN:0781735149] {comment=\"x\"}",
                "subset: human_subset",
                "synonym: \"T lymphocyte\" EXACT []",
                "synonym: \"T-cell\" EXACT OMO:0003000 [PMID:1] {a=\"b\"}",
                "synonym: \"lymph cell\" BROAD []",
                "synonym: \"thymus cell\" RELATED [GOC:tfm]",
                "synonym: \"young T cell\" NARROW []",
                "xref: http://neurolex.org/wiki/Category\\:Embryonic_organism",
                "is_a: CL:0000542 {is_inferred=\"true\"} ! lymphocyte",
                "relationship: BFO:0000050 UBERON:0002405 {source=\"XAO\"} ! part of immune system",
                "relationship: part_of UBERON:0000178",
                "relationship: RO:0002202 CL:0000827 ! develops from pro-T cell",
                "alt_id: CL:0000804");

        assertThat(term.id()).isEqualTo("CL:0000084");
        assertThat(term.name()).isEqualTo("T cell");
        assertThat(term.definition()).isEqualTo("A lymphocyte.");
        assertThat(term.synonyms())
                .containsExactly(
                        exact("T lymphocyte"),
                        exact("T-cell"),
                        scoped("lymph cell", Scope.BROAD),
                        scoped("thymus cell", Scope.RELATED),
                        scoped("young T cell", Scope.NARROW));
        assertThat(term.exactSynonyms()).containsExactly("T lymphocyte", "T-cell");
        assertThat(term.isA()).containsExactly("CL:0000542");
        assertThat(term.partOf()).containsExactly("UBERON:0002405", "UBERON:0000178");
        assertThat(term.parents(true)).containsExactly("CL:0000542", "UBERON:0002405", "UBERON:0000178");
        assertThat(term.parents(false)).containsExactly("CL:0000542");
        assertThat(term.alternativeIds()).containsExactly("CL:0000804");
        assertThat(term.isObsolete()).isFalse();
    }

    @Test
    void an_obsolete_term_with_what_replaces_it() {
        var term = only(
                "id: CL:0000003",
                "name: obsolete native cell",
                "is_obsolete: true",
                "replaced_by: CL:0000000",
                "consider: CL:0000255 ! eukaryotic cell",
                "consider: CL:0000520");

        assertThat(term.isObsolete()).isTrue();
        assertThat(term.replacedBy()).containsExactly("CL:0000000");
        assertThat(term.consider()).containsExactly("CL:0000255", "CL:0000520");
    }

    @Test
    void escapes_qualifiers_and_comments() {
        assertThat(only("id: X\\:1", "name: a \\{b\\} \\! c\\:d ! a comment").name())
                .isEqualTo("a {b} ! c:d");
        assertThat(only("id: X:1", "name: alpha!beta {note=\"x\"}").name()).isEqualTo("alpha!beta");
        assertThat(only("id: X:1", "name: set {a, b}").name()).isEqualTo("set {a, b}");
        assertThat(only("id: X:1", "def: \"a \\\"b\\\"\\nc\\td\\W\\\\e\\, f\" []")
                        .definition())
                .isEqualTo("a \"b\"\nc\td \\e, f");
        assertThat(only("id: X:1 ! the id", "name: a\\", "b").name()).isEqualTo("ab");
    }

    @Test
    void text_of_a_definition_is_kept() {
        assertThat(only("id: X:1", "def: \"A CD4-positive, alpha-beta T cell: µ, β.\" []")
                        .definition())
                .isEqualTo("A CD4-positive, alpha-beta T cell: µ, β.");
    }

    @Test
    void what_a_relationship_says_of_some_or_other_things_is_no_parent() {
        var term = only(
                "id: X:1",
                "relationship: part_of X:2 {all_only=\"true\"} ! only part of",
                "relationship: part_of X:3 {maxCardinality=\"1\"}",
                "relationship: part_of X:4 {source=\"all_only\"}",
                "intersection_of: X:5",
                "intersection_of: part_of X:6");

        assertThat(term.parents(true)).containsExactly("X:4");
    }

    @Test
    void a_term_is_not_its_own_parent() {
        assertThat(only("id: X:1", "is_a: X:1", "is_a: X:2", "relationship: part_of X:1")
                        .parents(true))
                .containsExactly("X:2");
    }

    @Test
    void synonyms_of_older_versions() {
        assertThat(only(
                                "id: X:1",
                                "exact_synonym: \"a\" []",
                                "narrow_synonym: \"b\" []",
                                "synonym: \"c\" []",
                                "synonym: \"d\" exact []",
                                "synonym: \" \" EXACT []")
                        .synonyms())
                .containsExactly(exact("a"), scoped("b", Scope.NARROW), scoped("c", Scope.RELATED), exact("d"));
    }

    @Test
    void other_stanzas_and_unnamed_terms() {
        var terms = read(
                folder,
                "! a comment\n" + HEADER
                        + "[Typedef]\nid: part_of\nname: part of\nis_a: X:9\n\n[Term] ! first\nid: X:1\n"
                        + "name: one\n\n[Instance]\nid: X:3\n\n[Term]\n! of another ontology\nid: GO:1\n"
                        + "property_value: a \"b\"");

        assertThat(terms).extracting(Term::id).containsExactly("X:1", "GO:1");
        assertThat(terms.getLast().name()).isNull();
    }

    @Test
    void lines_may_end_as_on_windows_and_begin_with_a_byte_order_mark() {
        assertThat(read(folder, "\uFEFF" + (HEADER + "[Term]\nid: X:1\nname: one\n").replace("\n", "\r\n")))
                .extracting(Term::name)
                .containsExactly("one");
    }

    @Test
    void ids_that_are_iris_of_ontologies_are_shortened() {
        assertThat(only("id: http://www.ebi.ac.uk/efo/EFO_0000001", "is_a: http://purl.obolibrary.org/obo/BFO_0000040"))
                .returns("EFO:0000001", Term::id)
                .returns(List.of("BFO:0000040"), Term::isA);
        assertThat(only("id: CVCL_E548", "is_a: http://purl.obolibrary.org/obo/NCBITaxon_Union_0000031")
                        .isA())
                .containsExactly("NCBITaxon_Union:0000031");
        assertThat(only("id: CVCL_E548").id()).isEqualTo("CVCL:E548");
        assertThat(only("id: http://example.org/things#one").id()).isEqualTo("http://example.org/things#one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    name: one                   | line 5: expected an id in the [Term] of line 4, found none
                    id:                         | line 5: expected an id such as CL:0000084, found ''
                    id: X:1\\nno colon          | line 6: expected 'tag: value', found 'no colon'
                    id: X:1\\nid: X:2           | line 6: expected one id in a term, found X:2 after X:1
                    id: X:1\\nname: a\\nname: b | line 7: expected one name in a term, found 'b' after 'a'
                    id: X:1\\ndef: A cell.      | line 6: expected a text in double quotes, found 'A cell.'
                    id: X:1\\ndef: "A cell. []  | line 6: expected a closing double quote
                    id: X:1\\nsynonym: a EXACT  | line 6: expected a text in double quotes, found 'a EXACT'
                    id: X:1\\nis_a: ! nothing   | line 6: expected an id such as CL:0000084, found '! nothing'
                    id: X:1\\nrelationship: a   | line 6: expected an id such as CL:0000084, found 'a'
                    id: X:1\\nis_obsolete: yes  | line 6: expected true or false, found 'yes'
                    id: X:1\\n[Term             | line 6: expected a stanza such as [Term], found '[Term'
                    id: X:1\\nname: a\\         | line 6: expected another line after the backslash
                    """)
    void a_wrong_line_is_named_with_what_was_expected(String lines, String message) {
        assertFails(folder, HEADER + "[Term]\n" + lines.replace("\\n", "\n"), message);
    }

    @Test
    void bytes_that_are_not_utf_8() {
        var content = (HEADER + "[Term]\nid: X:1\nname: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertFails(TermFiles.write(folder, content), "line 6: expected UTF-8");
    }

    @Test
    void a_line_without_end() {
        assertFails(
                folder,
                HEADER + "[Term]\nid: X:1\nname: " + "a".repeat(5 << 20),
                "line 6: expected lines of at most 4 MiB");
    }
}
