package lamin.ontology.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.TestInstance;
import lamin.ontology.format.TermFile;
import lamin.ontology.registry.Inspection.Inspected;
import lamin.ontology.registry.Inspection.Kind;
import lamin.ontology.source.PublicSource;
import lamin.ontology.source.SourceTerms;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry of cell types, filled from small versions of the Cell Ontology. */
class TermRegistryTest {
    private static final String OLDER = """
            format-version: 1.2

            [Term]
            id: CL:0000000
            name: cell
            def: "A unit of life." [GO:1]

            [Term]
            id: CL:0000542
            name: lymphocyte
            synonym: "lymphoid cell" EXACT []
            is_a: CL:0000000

            [Term]
            id: CL:0000084
            name: T cell
            synonym: "T-cell" EXACT []
            synonym: "T-lymphocyte" EXACT []
            synonym: "immune cell" BROAD []
            is_a: CL:0000542 ! lymphocyte

            [Term]
            id: CL:0000798
            name: gamma-delta T cell
            is_a: CL:0000084

            [Term]
            id: CL:0000236
            name: B cell
            is_a: CL:0000542

            [Term]
            id: CL:0000001
            name: obsolete primary cultured cell
            is_obsolete: true
            replaced_by: CL:0000000
            """;

    /** T cell is renamed, B cell retired, gamma-delta T cell moved below lymphocyte, and monocyte new. */
    private static final String NEWER = """
            format-version: 1.2

            [Term]
            id: CL:0000000
            name: cell

            [Term]
            id: CL:0000542
            name: lymphocyte
            is_a: CL:0000000

            [Term]
            id: CL:0000084
            name: T lymphocyte
            synonym: "T cell" EXACT []
            is_a: CL:0000542

            [Term]
            id: CL:0000798
            name: gamma-delta T cell
            is_a: CL:0000542

            [Term]
            id: CL:0000236
            name: obsolete B cell
            is_obsolete: true
            replaced_by: CL:0000542

            [Term]
            id: CL:0000576
            name: monocyte
            is_a: CL:0000000
            """;

    @TempDir
    Path folder;

    private SourceTerms source(String version, String terms) throws IOException {
        var file = Files.writeString(folder.resolve(version + ".obo"), terms);
        var source = new PublicSource(
                "bionty.CellType",
                "all",
                "cl",
                version,
                true,
                "Cell Ontology",
                null,
                null,
                List.of(),
                false,
                List.of());
        return new SourceTerms(source, new TermFile(file));
    }

    private interface Work {
        void with(TestInstance created, TermRegistry cellTypes) throws IOException;
    }

    private void on(TestDatabase.Kind kind, Work work) throws IOException {
        try (var created = TestInstance.create(kind, folder, "bionty")) {
            work.with(created, created.instance().terms("bionty.CellType"));
        }
    }

    private static List<String> names(List<StoredTerm> terms) {
        return terms.stream().map(StoredTerm::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void all_terms_of_a_source_are_stored_with_the_uids_that_python_computes(TestDatabase.Kind kind)
            throws IOException {
        on(kind, (created, cellTypes) -> {
            var older = source("2025-02-13", OLDER);

            assertThat(cellTypes.importAll(older, ImportOptions.USUAL))
                    .isEqualTo(new ImportResult(5, 0, 4, 1, List.of()));

            assertThat(cellTypes.get("T cell"))
                    .isEqualTo(new StoredTerm(cellTypes.get("T cell").id(), "22LvKd01YyNA1a", "T cell", "CL:0000084"));
            assertThat(created.instance()
                            .records("bionty.source")
                            .filter("in_db", true)
                            .count())
                    .isOne();
            assertThat(cellTypes.importAll(older, ImportOptions.USUAL))
                    .isEqualTo(new ImportResult(0, 5, 0, 1, List.of()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_hierarchy_is_walked_at_any_depth(TestDatabase.Kind kind) throws IOException {
        on(kind, (created, cellTypes) -> {
            cellTypes.importAll(source("2025-02-13", OLDER), ImportOptions.USUAL);
            var gammaDelta = cellTypes.get("gamma-delta T cell");
            var cell = cellTypes.get("cell");

            assertThat(names(cellTypes.parents(gammaDelta))).containsExactly("T cell");
            assertThat(names(cellTypes.ancestors(gammaDelta))).containsExactly("T cell", "lymphocyte", "cell");
            assertThat(names(cellTypes.children(cellTypes.get("lymphocyte"))))
                    .containsExactlyInAnyOrder("T cell", "B cell");
            assertThat(cellTypes.descendants(cell)).hasSize(4);
            assertThat(cellTypes.isA(gammaDelta, cell)).isTrue();
            assertThat(cellTypes.isA(cell, gammaDelta)).isFalse();
            assertThat(cellTypes.isA(cell, cell)).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void values_are_inspected_and_standardized(TestDatabase.Kind kind) throws IOException {
        on(kind, (created, cellTypes) -> {
            var older = source("2025-02-13", OLDER);
            cellTypes.importAll(older, ImportOptions.USUAL);
            var values = List.of("T cell", "t CELL", "T-lymphocyte", "monocyte", "T cel", "immune cell");

            assertThat(cellTypes.inspect(values, source("2026-06-08", NEWER)).values())
                    .containsExactly(
                            new Inspected("T cell", Kind.VALIDATED, "T cell", List.of()),
                            new Inspected("t CELL", Kind.OTHER_CASE, "T cell", List.of()),
                            new Inspected("T-lymphocyte", Kind.SYNONYM, "T cell", List.of()),
                            new Inspected("monocyte", Kind.IN_SOURCE, "monocyte", List.of()),
                            new Inspected("T cel", Kind.UNKNOWN, null, List.of("T cell")),
                            new Inspected("immune cell", Kind.UNKNOWN, null, List.of()));
            assertThat(cellTypes.validate(values)).containsExactly(true, false, false, false, false, false);
            assertThat(cellTypes.standardize(values))
                    .containsExactly("T cell", "T cell", "T cell", "monocyte", "T cel", "immune cell");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_term_comes_from_the_source_with_all_terms_above_it(TestDatabase.Kind kind) throws IOException {
        on(kind, (created, cellTypes) -> {
            var older = source("2025-02-13", OLDER);

            assertThat(cellTypes.fromSource("T-cell", older).name()).isEqualTo("T cell");
            assertThat(names(cellTypes.ancestors(cellTypes.get("T cell")))).containsExactly("lymphocyte", "cell");
            assertThat(cellTypes.find("B cell")).isEmpty();

            var found = cellTypes.fromValues(List.of("T cell", "CL:0000236", "b cell", "nothing"), older);
            assertThat(names(found.terms())).containsExactly("T cell", "B cell");
            assertThat(names(found.fromSource())).containsExactly("B cell");
            assertThat(found.unknown()).containsExactly("nothing");
            assertThatThrownBy(() -> cellTypes.fromSource("T cel", older))
                    .isInstanceOf(LaminException.class)
                    .hasMessageContaining("has a term T cel\ndid you mean: T cell");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_newer_version_renames_retires_and_moves_terms_after_a_report(TestDatabase.Kind kind) throws IOException {
        on(kind, (created, cellTypes) -> {
            cellTypes.importAll(source("2025-02-13", OLDER), ImportOptions.USUAL);
            var newer = source("2026-06-08", NEWER);

            var report = cellTypes.compare(newer);

            assertThat(report.added()).containsExactly("CL:0000576");
            assertThat(report.renamed()).singleElement().satisfies(renamed -> {
                assertThat(renamed.term().name()).isEqualTo("T cell");
                assertThat(renamed.newName()).isEqualTo("T lymphocyte");
            });
            assertThat(report.retired()).singleElement().satisfies(retired -> {
                assertThat(retired.term().name()).isEqualTo("B cell");
                assertThat(retired.replacedBy()).containsExactly("CL:0000542");
            });
            assertThat(report.moved()).singleElement().satisfies(moved -> {
                assertThat(moved.gained()).containsExactly("CL:0000542");
                assertThat(moved.lost()).containsExactly("CL:0000084");
            });
            assertThat(cellTypes.find("monocyte")).isEmpty();

            var before = cellTypes.get("T cell");
            assertThat(cellTypes.update(newer, ImportOptions.USUAL)).isEqualTo(report);

            assertThat(cellTypes.get("T lymphocyte").id()).isEqualTo(before.id());
            assertThat(names(cellTypes.parents(cellTypes.get("gamma-delta T cell"))))
                    .containsExactly("lymphocyte");
            assertThat(names(cellTypes.parents(cellTypes.get("monocyte")))).containsExactly("cell");
            assertThat(cellTypes.find("B cell")).isPresent();
            var again = cellTypes.compare(newer);
            assertThat(again).isEqualTo(new UpdateReport(List.of(), List.of(), List.of(), List.of()));
        });
    }
}
