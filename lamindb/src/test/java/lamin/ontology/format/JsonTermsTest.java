package lamin.ontology.format;

import static lamin.ontology.format.TermFiles.assertFails;
import static lamin.ontology.format.TermFiles.exact;
import static lamin.ontology.format.TermFiles.read;
import static lamin.ontology.format.TermFiles.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two shapes of JSON: obographs, and terms by id with the distances of their ancestors. */
class JsonTermsTest {
    private static final String OBO = "http://purl.obolibrary.org/obo/";

    @TempDir
    Path folder;

    @Test
    void a_graph_whose_edges_follow_the_nodes() {
        var terms = read(folder, """
                {"graphs": [{"id": "x", "meta": {"nodes": [1]}, "nodes": [
                  {"id": "OBO/CL_0000084", "lbl": "T cell", "type": "CLASS", "meta": {
                    "definition": {"val": "A lymphocyte.", "xrefs": ["GOC:add"]},
                    "comments": ["x"], "xrefs": [{"val": "FMA:1"}],
                    "synonyms": [{"pred": "hasExactSynonym", "val": "T lymphocyte"},
                                 {"pred": "hasBroadSynonym", "val": "lymph cell", "xrefs": []}],
                    "basicPropertyValues": [{"pred": "http://www.geneontology.org/formats/oboInOwl#hasAlternativeId",
                                             "val": "CL:0000804"}]}},
                  {"id": "OBO/CL_0000003", "lbl": "obsolete native cell", "type": "CLASS", "meta": {"deprecated": true,
                    "basicPropertyValues": [{"pred": "OBO/IAO_0100001", "val": "OBO/CL_0000000"},
                      {"pred": "http://www.geneontology.org/formats/oboInOwl#consider", "val": "CL:0000255"}]}},
                  {"id": "OBO/BFO_0000050", "lbl": "part of", "type": "PROPERTY"},
                  {"id": "OBO/GO_1"}],
                  "edges": [
                  {"sub": "OBO/CL_0000084", "pred": "is_a", "obj": "OBO/CL_0000542", "meta": {"x": [{}]}},
                  {"sub": "OBO/CL_0000084", "pred": "OBO/BFO_0000050", "obj": "OBO/UBERON_0002405"},
                  {"sub": "OBO/CL_0000084", "pred": "OBO/RO_0002202", "obj": "OBO/CL_0000827"}]},
                  {"nodes": [{"id": "OBO/GO_2", "type": "CLASS"}]}]}
                """.replace("OBO/", OBO));

        assertThat(terms).extracting(Term::id).containsExactly("CL:0000084", "CL:0000003", "GO:1", "GO:2");
        var cell = terms.getFirst();
        assertThat(cell.name()).isEqualTo("T cell");
        assertThat(cell.definition()).isEqualTo("A lymphocyte.");
        assertThat(cell.synonyms()).containsExactly(exact("T lymphocyte"), scoped("lymph cell", Scope.BROAD));
        assertThat(cell.isA()).containsExactly("CL:0000542");
        assertThat(cell.partOf()).containsExactly("UBERON:0002405");
        assertThat(cell.alternativeIds()).containsExactly("CL:0000804");
        var obsolete = terms.get(1);
        assertThat(obsolete.isObsolete()).isTrue();
        assertThat(obsolete.replacedBy()).containsExactly("CL:0000000");
        assertThat(obsolete.consider()).containsExactly("CL:0000255");
    }

    @Test
    void terms_by_id_with_the_distances_of_ancestors() {
        var terms = read(folder, """
                {"CL:0000084": {"ancestors": {"CL:0000542": 1, "CL:0000738": 2, "CL:0000988": 1}, "label": "T cell",
                   "description": "A lymphocyte.", "synonyms": ["T lymphocyte", "T-cell"], "deprecated": false,
                   "cross_ontology_terms": {"FBbt": "FBbt:1"}},
                 "CL:0000003": {"ancestors": {}, "label": "obsolete native cell", "deprecated": true,
                   "replaced_by": "CL:0000000", "consider": ["CL:0000255"], "description": null},
                 "CL:0000001": {}}
                """);

        assertThat(terms).extracting(Term::id).containsExactly("CL:0000084", "CL:0000003", "CL:0000001");
        var cell = terms.getFirst();
        assertThat(cell.isA()).containsExactly("CL:0000542", "CL:0000988");
        assertThat(cell.definition()).isEqualTo("A lymphocyte.");
        assertThat(cell.exactSynonyms()).containsExactly("T lymphocyte", "T-cell");
        assertThat(terms.get(1).isObsolete()).isTrue();
        assertThat(terms.get(1).replacedBy()).containsExactly("CL:0000000");
        assertThat(terms.get(1).consider()).containsExactly("CL:0000255");
        assertThat(read(folder, "{}")).isEmpty();
    }

    @Test
    void a_wrong_place_is_named_with_what_was_expected() {
        assertFails(folder, "{\"X:1\":\n {\"label\": 7}}", "line 2, column 13: expected a text, found '7'");
        assertFails(
                folder,
                "{\"X:1\": {\"ancestors\": {\"X:2\": \"near\"}}}",
                "expected the distance of X:2, found 'near'");
        assertFails(folder, "{\"X:1\": {\"deprecated\": \"no\"}}", "expected true or false, found 'no'");
        assertFails(folder, "{\"X:1\": [1]}", "expected an object, found '['");
        assertFails(folder, "{\"X:1\": {\"label\": \"a\"}", "expected valid JSON");
        assertFails(folder, "{\"X:1\": {}} {\"X:2\": {}}", "expected the end of the file, found '{'");
        assertFails(folder, "{\"graphs\": [{\"nodes\": [{\"lbl\": \"a\"}]}]}", "expected an id in a node, found none");
        assertFails(
                folder, "{\"graphs\": [{\"edges\": [{\"sub\": \"a\"}]}]}", "expected an edge with sub, pred and obj");
        assertFails(folder, "{\"graphs\": {\"nodes\": []}}", "expected an array, found '{'");
        assertFails(folder, "{\"graphs\": [{\"nodes\": [1]}]}", "expected an object, found '1'");
        assertFails(folder, "{\"graphs\": [{\"nodes\": [", "line 1, column");
        assertFails(
                folder,
                "{\"graphs\": [{\"nodes\": [{\"id\": \"a\", \"meta\": {\"synonyms\": [{\"val\": \"b\"}]}}]}]}",
                "expected a synonym with val and a pred such as hasExactSynonym, found '{val=b}'");
    }

    @Test
    void what_is_too_large_is_refused() {
        assertFails(folder, "{\"X:1\": {\"label\": \"" + "a".repeat(5 << 20) + "\"}}", "expected valid JSON: String");
        assertFails(folder, "{\"X:1\": {\"other\": " + "[".repeat(2000) + "}}", "expected valid JSON");
        assertFails(
                folder,
                "{\"X:1\": {\"synonyms\": [" + ("\"" + "a".repeat(3 << 20) + "\",").repeat(6) + "\"b\"]}}",
                "a term has more than 16 million characters");
    }
}
