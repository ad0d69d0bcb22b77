package lamin.ontology.format;

import static lamin.ontology.format.TermFiles.assertFails;
import static lamin.ontology.format.TermFiles.exact;
import static lamin.ontology.format.TermFiles.read;
import static lamin.ontology.format.TermFiles.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ontologies in RDF/XML. */
class RdfTermsTest {
    static final String ROOT = """
            <?xml version="1.0"?>
            <rdf:RDF xmlns="http://purl.obolibrary.org/obo/x.owl#" xml:base="http://example.org/x"
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#"
                xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:obo="http://purl.obolibrary.org/obo/"
                xmlns:oboInOwl="http://www.geneontology.org/formats/oboInOwl#">
            """;

    @TempDir
    Path folder;

    private Term only(String content) {
        var terms = read(folder, ROOT + content + "</rdf:RDF>");
        assertThat(terms).hasSize(1);
        return terms.getFirst();
    }

    @Test
    void a_class_with_everything() {
        var term = only("""
                <owl:Ontology rdf:about="http://example.org/x"><rdfs:label>not a term</rdfs:label></owl:Ontology>
                <owl:ObjectProperty rdf:about="http://purl.obolibrary.org/obo/BFO_0000050"/>
                <!-- a class -->
                <owl:Class rdf:about="http://purl.obolibrary.org/obo/CL_0000084">
                    <owl:equivalentClass><owl:Class><owl:intersectionOf rdf:parseType="Collection">
                        <rdf:Description rdf:about="http://purl.obolibrary.org/obo/CL_9999999"/>
                        <owl:Restriction><owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                        <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/CL_9999998"/></owl:Restriction>
                    </owl:intersectionOf></owl:Class></owl:equivalentClass>
                    <rdfs:subClassOf rdf:resource="http://purl.obolibrary.org/obo/CL_0000542"/>
                    <rdfs:subClassOf><owl:Class rdf:about="http://purl.obolibrary.org/obo/CL_0000002"/></rdfs:subClassOf>
                    <rdfs:subClassOf><owl:Restriction>
                        <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                        <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/UBERON_0002405"/>
                    </owl:Restriction></rdfs:subClassOf>
                    <rdfs:subClassOf><owl:Restriction>
                        <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                        <owl:allValuesFrom rdf:resource="http://purl.obolibrary.org/obo/UBERON_0000001"/>
                    </owl:Restriction></rdfs:subClassOf>
                    <rdfs:subClassOf><owl:Restriction>
                        <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/RO_0002202"/>
                        <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/CL_0000827"/>
                    </owl:Restriction></rdfs:subClassOf>
                    <obo:IAO_0000115>A lymphocyte &lt;b&gt; &amp; <![CDATA[<more>]]>.</obo:IAO_0000115>
                    <oboInOwl:hasExactSynonym>T lymphocyte</oboInOwl:hasExactSynonym>
                    <oboInOwl:hasBroadSynonym>lymph cell</oboInOwl:hasBroadSynonym>
                    <oboInOwl:hasNarrowSynonym>young T cell</oboInOwl:hasNarrowSynonym>
                    <oboInOwl:hasRelatedSynonym>thymus cell</oboInOwl:hasRelatedSynonym>
                    <oboInOwl:hasAlternativeId>CL:0000804</oboInOwl:hasAlternativeId>
                    <oboInOwl:hasDbXref>FMA:62870</oboInOwl:hasDbXref>
                    <rdfs:label xml:lang="fr">lymphocyte T</rdfs:label>
                    <rdfs:label>T cell</rdfs:label>
                </owl:Class>
                <owl:Axiom><owl:annotatedSource rdf:resource="http://purl.obolibrary.org/obo/CL_0000084"/></owl:Axiom>
                <owl:Class><owl:unionOf/></owl:Class>
                """);

        assertThat(term.id()).isEqualTo("CL:0000084");
        assertThat(term.name()).isEqualTo("T cell");
        assertThat(term.definition()).isEqualTo("A lymphocyte <b> & <more>.");
        assertThat(term.synonyms())
                .containsExactly(
                        exact("T lymphocyte"),
                        scoped("lymph cell", Scope.BROAD),
                        scoped("young T cell", Scope.NARROW),
                        scoped("thymus cell", Scope.RELATED));
        assertThat(term.isA()).containsExactly("CL:0000542", "CL:0000002");
        assertThat(term.partOf()).containsExactly("UBERON:0002405");
        assertThat(term.alternativeIds()).containsExactly("CL:0000804");
    }

    @Test
    void an_obsolete_class_and_a_name_in_another_language() {
        var term = only("""
                <rdf:Description rdf:about="#CL_3"><rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Class"/>
                    <owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>
                    <obo:IAO_0100001 rdf:resource="http://purl.obolibrary.org/obo/CL_0000000"/>
                    <oboInOwl:consider>CL:0000255</oboInOwl:consider>
                    <rdfs:label xml:lang="fr">cellule</rdfs:label>
                </rdf:Description>
                <rdf:Description rdf:about="#not_a_class"><rdfs:label>x</rdfs:label></rdf:Description>
                """);

        assertThat(term.id()).isEqualTo("CL:3");
        assertThat(term.isObsolete()).isTrue();
        assertThat(term.replacedBy()).containsExactly("CL:0000000");
        assertThat(term.consider()).containsExactly("CL:0000255");
        assertThat(term.name()).isEqualTo("cellule");
    }

    @Test
    void a_restriction_that_stands_elsewhere() {
        var term = only("""
                <owl:Class rdf:about="#X_1"><rdfs:subClassOf rdf:nodeID="genid1"/><rdfs:subClassOf rdf:nodeID="genid2"/></owl:Class>
                <owl:Restriction rdf:nodeID="genid1">
                    <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                    <owl:someValuesFrom rdf:resource="#X_2"/></owl:Restriction>
                <owl:Restriction rdf:nodeID="genid2">
                    <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/RO_0002202"/>
                    <owl:someValuesFrom rdf:resource="#X_3"/></owl:Restriction>
                """);
        assertThat(term.partOf()).containsExactly("X:2");
        assertThat(term.isA()).isEmpty();
    }

    @Test
    void document_types_are_refused() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var laughs = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        var entities = List.of(
                "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">",
                "<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;",
                laughs.toString());
        for (var entity : entities) {
            var type = "<!DOCTYPE rdf:RDF [" + entity + "]>";
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertFails(
                            folder,
                            type + ROOT.substring(ROOT.indexOf("<rdf:RDF"))
                                    + "<owl:Class rdf:about=\"#X_1\"><rdfs:label>&x;&a29;</rdfs:label></owl:Class></rdf:RDF>",
                            "expected no document type declaration"));
        }
    }

    @Test
    void what_is_no_rdf_is_named() {
        assertFails(folder, "<html><body>404</body></html>", "line 1: expected rdf:RDF, found html");
        assertFails(
                folder,
                "<Ontology xmlns=\"http://www.w3.org/2002/07/owl#\"/>",
                "expected rdf:RDF, found Ontology, which is OWL/XML: save it as RDF/XML or OBO");
        assertFails(folder, ROOT + "<owl:Class rdf:about='#X_1'>", "line 6: expected well-formed XML");
        assertFails(folder, ROOT + "\n<owl:Class>\n&x;</owl:Class>", "line 8: expected");
        assertFails(
                folder,
                ROOT + "\n<owl:Class rdf:about='#X_1'><owl:deprecated>maybe</owl:deprecated></owl:Class></rdf:RDF>",
                "line 7: expected true or false in owl:deprecated, found 'maybe'");
    }

    @Test
    void bytes_that_are_not_utf_8() {
        var content = (ROOT + "\n<owl:Class rdf:about='#X_1'><rdfs:label>caf\u00e9</rdfs:label></owl:Class></rdf:RDF>")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertFails(TermFiles.write(folder, content), "line 7: expected UTF-8");
    }

    @Test
    void another_encoding_that_is_declared() {
        var content = (ROOT.replace("version=\"1.0\"", "version=\"1.0\" encoding='ISO-8859-1'")
                        + "<owl:Class rdf:about='#X_1'><rdfs:label>caf\u00e9</rdfs:label></owl:Class></rdf:RDF>")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(TermFiles.write(folder, content)))
                .extracting(Term::name)
                .containsExactly("caf\u00e9");
    }

    @Test
    void what_is_too_large_is_refused() {
        assertFails(
                folder, ROOT + "<owl:Class rdf:about='#" + "X".repeat(20 << 20) + "'/></rdf:RDF>", "at most 16 MiB");
        assertFails(folder, ROOT + "<!--" + "X".repeat(20 << 20) + "--></rdf:RDF>", "at most 16 MiB");
        assertFails(
                folder,
                ROOT + "<owl:Class rdf:about='#X_1'><rdfs:label>" + "X".repeat(20 << 20)
                        + "</rdfs:label></owl:Class></rdf:RDF>",
                "at most 16 MiB");
        assertFails(folder, ROOT + "<a>".repeat(1000), "line 6: expected elements at most 90 deep");
    }
}
