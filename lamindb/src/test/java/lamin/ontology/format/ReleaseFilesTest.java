package lamin.ontology.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lamin.ontology.Synonym;
import lamin.ontology.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A release of the Cell Ontology's slim blood_and_immune_upper in three formats. The system property {@code lamin.ontologies}
 * is the folder with the files, which are not part of this project.
 */
@Tag("peers")
@EnabledIfSystemProperty(named = "lamin.ontologies", matches = ".+")
class ReleaseFilesTest {
    /** This term has two definitions in RDF, of which obographs keep the other one. */
    private static final String TWO_DEFINITIONS = "GO:0110165";

    private record Facts(
            @Nullable String name,
            @Nullable String definition,
            Set<Synonym> synonyms,
            Set<String> isA,
            Set<String> partOf,
            Set<String> alternativeIds,
            boolean isObsolete,
            List<String> replacedBy) {
        static Facts of(Term term) {
            return new Facts(
                    term.name(),
                    term.id().equals(TWO_DEFINITIONS) ? null : term.definition(),
                    new HashSet<>(term.synonyms()),
                    new HashSet<>(term.isA()),
                    new HashSet<>(term.partOf()),
                    new HashSet<>(term.alternativeIds()),
                    term.isObsolete(),
                    term.replacedBy());
        }
    }

    private static Map<String, Facts> read(String extension) {
        var file = Path.of(System.getProperty("lamin.ontologies")).resolve("blood_and_immune_upper_slim." + extension);
        var terms = new TreeMap<String, Facts>();
        TermFiles.read(file).stream()
                .filter(term -> term.name() != null)
                .forEach(
                        term -> assertThat(terms.put(term.id(), Facts.of(term))).isNull());
        return terms;
    }

    @Test
    void all_formats_say_the_same() {
        var obo = read("obo");
        assertThat(obo).hasSize(1070);
        assertThat(read("owl")).isEqualTo(obo);
        assertThat(read("json")).isEqualTo(obo);
    }
}
