package lamin.ontology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.Home;
import lamin.TestInstance;
import lamin.schema.LaminException;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources as modules name them, and as rows of instances. */
class SourceRowsTest {
    private static final String COLUMNS =
            "id, uid, entity, organism, name, version, in_db, currently_used, description, url,"
                    + " md5, source_website, branch_id, space_id";

    @TempDir
    Path folder;

    /** The rows that bionty 2.5.2 writes. */
    private static List<List<String>> python() throws IOException {
        var resource = Objects.requireNonNull(SourceRowsTest.class.getResourceAsStream("bionty-2.5.2.csv"));
        try (var rows = CsvReader.builder().ofCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return rows.stream().skip(1).map(row -> row.getFields()).toList();
        }
    }

    private static List<List<String>> rows(TestInstance test) {
        return test.instance()
                .database()
                .read(connection -> Jdbc.query(
                        connection,
                        "select " + COLUMNS + " from bionty_source order by id",
                        row -> Stream.of(COLUMNS.split(", "))
                                .map(column -> text(row, column))
                                .toList()));
    }

    private static String text(ResultSet row, String column) {
        try {
            return switch (row.getObject(column)) {
                case null -> "";
                case Boolean bool -> bool ? "1" : "0";
                case Object value -> value.toString();
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_new_instance_has_the_rows_that_python_writes(Kind kind) throws IOException {
        try (var test = TestInstance.create(kind, folder, "bionty")) {
            assertThat(rows(test)).hasSize(43).isEqualTo(python());
            assertThat(test.sql("select count(*) from bionty_source where currently_used"))
                    .isEqualTo(37);
            assertThat(test.sql("select count(*) from bionty_source where created_by_id = 1 and created_on_id = 1"))
                    .isEqualTo(43);
        }
    }

    @Test
    void writing_them_again_changes_nothing() throws IOException {
        try (var test = TestInstance.create(Kind.SQLITE, folder, "bionty")) {
            test.sql("update bionty_source set currently_used = 0, version = 'mine' where id = 26");
            test.sql("delete from bionty_source where id = 27");
            var sources = SourceRows.of(Home.deployment(), new TreeSet<>(List.of("bionty")));
            assertThat(sources.sources()).hasSize(43);

            // the uid is derived from the version that the row had at first
            int added = test.instance().database().write(connection -> sources.write(connection, 1, Instant.now()));

            assertThat(added).isEqualTo(1);
            assertThat(test.sql("select count(*) from bionty_source where name = 'uberon'"))
                    .isEqualTo(1);
            assertThat(test.sql("select count(*) from bionty_source where version = 'mine'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_instance_that_mounts_bionty_later_gets_them_then() throws IOException {
        try (var test = TestInstance.create(Kind.SQLITE, folder)) {
            test.mount("bionty");
            assertThat(rows(test)).isEqualTo(python());
        }
    }

    @Test
    void versions_that_the_module_does_not_name_have_the_same_url() {
        var catalog = SourceCatalog.of(Home.deployment(), new TreeSet<>(List.of("core", "bionty")));
        var source = catalog.find("bionty.CellType", "all", "cl", "2026-03-26").orElseThrow();

        assertThat(source.url()).isEqualTo("http://purl.obolibrary.org/obo/cl/releases/2026-03-26/cl.owl");
        assertThat(source.isCurrentlyUsed()).isFalse();
        assertThat(source.prefixes()).containsExactly("CL:");
        assertThat(source.tableName()).isEqualTo("df_all__cl__2026-03-26__CellType.parquet");
        assertThat(source.ontologyName()).isEqualTo("ontology_all__cl__2026-03-26__CellType");
        assertThat(catalog.of("bionty.CellType"))
                .hasSize(12)
                .extracting(PublicSource::version)
                .contains("2022-08-16");
        assertThat(catalog.find("bionty.CellType", "all", "other", "1")).isEmpty();
        assertThat(catalog.find("bionty.Gene", "saccharomyces cerevisiae", "ensembl", "release-116")
                        .orElseThrow()
                        .tableName())
                .isEqualTo("df_saccharomyces-cerevisiae__ensembl__release-116__Gene.parquet");
    }

    private static List<CatalogEntry> read(String csv) {
        return SourceCatalog.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "sources.csv");
    }

    @Test
    void a_module_of_anybodys_names_its_sources_in_the_same_way() {
        var entry = read("entity,source,organism,version\nassay.AssayType,mine,all,1.0\n")
                .getFirst();
        assertThat(entry.newest().isCurrentlyUsed()).isTrue();
        assertThat(entry.newest().prefixes()).isEmpty();
        assertThat(entry.at("2.0").url()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    entity,source,organism,version\\na.B,x,,1               | line 2: expected a value in the column organism
                    entity,source,organism,version,oops\\na.B,x,all,1,2     | line 2: expected no column 'oops'
                    entity,source,organism,version,part_of\\na.B,x,all,1,so | line 2: expected true or false in the column part_of
                    entity,source,organism,version\\na.B,x,all,1\\na.B,x,all,2 | line 3: expected each source once
                    """)
    void a_wrong_file_is_refused(String csv, String message) {
        assertThatThrownBy(() -> read(csv.replace("\\n", "\n")))
                .isInstanceOf(LaminException.class)
                .hasMessageStartingWith("cannot read sources.csv: " + message);
    }
}
