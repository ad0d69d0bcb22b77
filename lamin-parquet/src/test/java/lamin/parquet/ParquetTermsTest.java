package lamin.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.ontology.Term;
import lamin.ontology.format.TermFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of terms that the project carries. */
class ParquetTermsTest {
    private static final Path TABLES = Path.of("../examples/ontologies");
    private static final String OLD = "df_all__cl__2025-02-13__CellType.parquet";
    private static final String NEW = "df_all__cl__2026-03-26__CellType.parquet";

    @TempDir
    Path folder;

    private static Map<String, Term> read(String name) {
        try (var terms = new TermFile(TABLES.resolve(name)).open().stream()) {
            return terms.collect(Collectors.toMap(Term::id, Function.identity()));
        }
    }

    @Test
    void the_cell_ontology() {
        var terms = read(NEW);

        assertThat(terms).hasSize(3523);
        assertThat(terms.values().stream().filter(Term::isObsolete)).hasSize(199);
        assertThat(terms.values().stream().mapToInt(term -> term.isA().size()).sum())
                .isEqualTo(4633);
        assertThat(terms.values().stream()
                        .mapToInt(term -> term.exactSynonyms().size())
                        .sum())
                .isEqualTo(2804);
        var cell = term(terms, "CL:0000084");
        assertThat(cell.name()).isEqualTo("T cell");
        assertThat(cell.exactSynonyms()).containsExactly("T lymphocyte", "T-cell", "T-lymphocyte");
        assertThat(cell.isA()).containsExactly("CL:0000542");
        assertThat(term(terms, "CL:0000003").replacedBy()).containsExactly("CL:0000000");
    }

    private static Term term(Map<String, Term> terms, String id) {
        return Objects.requireNonNull(terms.get(id), id);
    }

    @Test
    void what_changed_between_its_releases() {
        var old = read(OLD);
        var now = read(NEW);

        assertThat(now.keySet().stream().filter(id -> !old.containsKey(id))).hasSize(463);
        assertThat(old.keySet()).allMatch(now::containsKey);
        assertThat(old.values().stream()
                        .filter(term -> !String.valueOf(term.name())
                                .equals(term(now, term.id()).name())))
                .hasSize(49);
        assertThat(old.values().stream()
                        .filter(term ->
                                !term.isObsolete() && term(now, term.id()).isObsolete()))
                .hasSize(13);
    }

    @Test
    void human_genes() {
        var terms = read("df_human__ensembl__release-114__Gene.parquet");
        assertThat(terms).hasSize(2000);
        assertThat(terms.get("ENSG00000167286"))
                .returns("CD3D", Term::name)
                .returns(Map.of("biotype", "protein_coding"), Term::columns);
    }

    @Test
    void a_name_does_not_matter() throws IOException {
        var file = Files.copy(TABLES.resolve(NEW), folder.resolve("cl.obo"));
        try (var terms = new TermFile(file).open().stream()) {
            assertThat(terms).hasSize(3523);
        }
    }

    @Test
    void damaged_tables_are_read_or_refused() throws IOException {
        var whole = Files.readAllBytes(TABLES.resolve("df_human__ensembl__release-114__Gene.parquet"));
        var random = new Random(14);
        var end = System.nanoTime() + Long.getLong("lamin.fuzz.seconds", 0) * 1_000_000_000;
        for (var i = 0; i < 100 || System.nanoTime() < end; i++) {
            var damaged = whole.clone();
            for (var j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var file = Files.write(folder.resolve("terms"), damaged);
            try (var terms = new TermFile(file).open().stream()) {
                assertThat(terms.count()).isLessThanOrEqualTo(2000);
            } catch (LaminException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.FAILURE);
                assertThat(e).hasMessageStartingWith("cannot read " + file);
            }
        }
    }

    @Test
    void a_table_without_ids() throws IOException {
        var file = Files.write(folder.resolve("terms"), TestTables.bytes("codec_none"));
        assertThatThrownBy(() -> new TermFile(file).open())
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("expected a column with ids, ontology_id or ");
    }
}
