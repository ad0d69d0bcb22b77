package lamin.ontology.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import lamin.ontology.Term;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged files: they are read, or refused with the name of the file and a place; nothing else. The system property
 * {@code lamin.fuzz.seconds} makes it run longer for each format.
 */
class TermFuzzTest {
    private static final Map<String, String> SEEDS =
            Map.of("obo", """
            format-version: 1.2

            [Term]
            id: CL:0000084
            name: T cell
            def: "A \\"lymphocyte\\"." [GOC:add] {a="b"}
            synonym: "T lymphocyte" EXACT [] ! c
            is_a: CL:0000542 {x="y"} ! lymphocyte
            relationship: part_of UBERON:1
            is_obsolete: true
            replaced_by: CL:1

            [Typedef]
            id: part_of
            """, "rdf", RdfTermsTest.ROOT + """
                    <owl:Class rdf:about="#CL_84"><rdfs:label xml:lang="en">T &amp; cell</rdfs:label>
                    <rdfs:subClassOf rdf:resource="#CL_1"/><rdfs:subClassOf rdf:nodeID="n1"/>
                    <rdfs:subClassOf><owl:Restriction><owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                    <owl:someValuesFrom rdf:resource="#CL_2"/></owl:Restriction></rdfs:subClassOf>
                    <owl:deprecated>true</owl:deprecated><obo:IAO_0000115><![CDATA[x]]></obo:IAO_0000115></owl:Class>
                    <owl:Restriction rdf:nodeID="n1"><owl:onProperty rdf:resource="#p"/></owl:Restriction></rdf:RDF>
                    """, "obographs", """
            {"graphs": [{"nodes": [{"id": "http://purl.obolibrary.org/obo/CL_84", "lbl": "T cell", "type": "CLASS",
            "meta": {"definition": {"val": "x"}, "synonyms": [{"pred": "hasExactSynonym", "val": "y"}], "deprecated": true}}],
            "edges": [{"sub": "http://purl.obolibrary.org/obo/CL_84", "pred": "is_a", "obj": "CL_1"}]}]}
            """, "ancestors", """
            {"CL:84": {"ancestors": {"CL:1": 1, "CL:2": 2}, "label": "T cell", "synonyms": ["a", "b"], "deprecated": false,
            "replaced_by": "CL:3"}, "CL:2": {}}
            """, "csv", """
            ontology_id,name,definition,synonyms,parents,obsolete
            CL:84,T cell,"a ""quoted"" text",a|b,"['CL:1', 'CL:2']",true
            CL:2,"b
            c",,,,false
            """);
    private static final String[] PIECES = {
        "[Term]",
        "\n",
        "\"",
        "\\",
        "{",
        "}",
        "<",
        ">",
        "&x;",
        "&#0;",
        "<!DOCTYPE a>",
        "]]>",
        "<!--",
        "[",
        "]",
        ",",
        "|",
        ":",
        "null",
        "1e999",
        "id: ",
        "is_a: ",
        "\uFEFF",
        "\u0000",
        "\u00e9",
        "'",
        "rdf:nodeID=\"n1\"",
        "<owl:Class>"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"obo", "rdf", "obographs", "ancestors", "csv"})
    void damaged_files_are_read_or_refused(String format) {
        var seed = Objects.requireNonNull(SEEDS.get(format)).getBytes(StandardCharsets.UTF_8);
        var random = new Random(14);
        var seconds = Long.getLong("lamin.fuzz.seconds", 0);
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var outcome = new int[2];
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60 + 2 * seconds), () -> {
            for (var i = 0; i < 400 || System.nanoTime() < end; i++) {
                outcome[read(damaged(seed, random)) ? 0 : 1]++;
            }
        });
        assertThat(outcome).as("read and refused").doesNotContain(0);
    }

    /** Whether it could be read. */
    private boolean read(byte[] content) {
        var file = TermFiles.write(folder, content);
        try (var terms = new TermFile(file).open()) {
            for (Term term = terms.next(); term != null; term = terms.next()) {
                assertThat(term.id()).isNotNull();
            }
            return true;
        } catch (LaminException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.FAILURE);
            assertThat(e).hasMessageStartingWith("cannot read " + file + ": ");
            assertThat(e.getMessage()).containsPattern("expected|line \\d|record");
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail("damaged content: " + new String(content, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        var content = seed;
        for (var i = random.nextInt(4); i >= 0; i--) {
            content = damagedOnce(content, random);
        }
        return content;
    }

    private static byte[] damagedOnce(byte[] content, Random random) {
        if (content.length == 0) {
            return content;
        }
        var at = random.nextInt(content.length);
        var length = Math.min(random.nextInt(20), content.length - at);
        return switch (random.nextInt(5)) {
            case 0 -> spliced(content, at, at + length, new byte[0]);
            case 1 -> spliced(content, at, content.length, new byte[0]);
            case 2 -> spliced(content, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 3 -> {
                var from = random.nextInt(content.length);
                var to = Math.min(content.length, from + random.nextInt(60));
                yield spliced(content, at, at, Arrays.copyOfRange(content, from, to));
            }
            default -> spliced(content, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] spliced(byte[] content, int from, int to, byte[] piece) {
        var spliced = new byte[content.length - (to - from) + piece.length];
        System.arraycopy(content, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(content, to, spliced, from + piece.length, content.length - to);
        return spliced;
    }
}
