package lamin.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.graph.Facts;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;
import org.junit.jupiter.api.Test;

class SchemaPictureTest {
    private static final PictureOptions DEFAULT = PictureOptions.DEFAULT;

    @Test
    void link_tables_become_lines_so_that_42_registries_are_left() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT);
        assertThat(picture.boxes()).hasSize(42);
        assertThat(picture.groups())
                .containsExactly(
                        new Group("bionty", "bionty", "56 tables, 42 as lines", 1),
                        new Group("core", "core", "85 tables, 57 as lines", 0));
    }

    @Test
    void a_link_starts_at_a_row_of_the_first_end_and_is_many_to_many() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT);
        var edge = edge(picture, "bionty_artifactcelltype");
        assertThat(edge.from().box()).isEqualTo("lamindb_artifact");
        assertThat(edge.to().box()).isEqualTo("bionty_celltype");
        assertThat(edge.from().ending()).isEqualTo(Ending.MANY);
        assertThat(edge.to().ending()).isEqualTo(Ending.MANY);
        var row = box(picture, "lamindb_artifact").rows().get(edge.from().row());
        assertThat(row.name()).isEqualTo("artifactcelltype");
        assertThat(row.is(Mark.LINK)).isTrue();
    }

    @Test
    void link_tables_are_boxes_when_asked_for() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT.withLinkTables(true));
        assertThat(picture.boxes()).hasSize(141);
        assertThat(picture.edges()).noneMatch(Edge::thin);
    }

    @Test
    void a_table_with_a_name_of_its_own_is_no_link_table() {
        var picture = SchemaPicture.of(Facts.parse("""
                        table a a_sample Sample
                          id int32 pk
                        table a a_plate Plate
                          id int32 pk
                        table a a_sampleplate SamplePlate
                          id int32 pk
                          uid string(8) unique
                          sample_id int32 -> a_sample
                          plate_id int32 -> a_plate
                        """), DEFAULT);
        assertThat(picture.boxes()).hasSize(3);
    }

    @Test
    void core_has_the_first_colour_and_the_tables_of_no_module_are_grey() {
        var groups = SchemaPicture.of(Facts.parse("""
                        table assay assay_notebook Notebook
                          id int32 pk
                        table core lamindb_run Run
                          id int32 pk
                        table - scratch scratch
                          id int32 pk
                        table wet wet_lab Lab
                          id int32 pk
                        """), DEFAULT.withVersions(Map.of("wet", "0.1.0")))
                .groups();
        assertThat(groups)
                .containsExactly(
                        new Group("", "no module", "1 table", Group.GREY),
                        new Group("assay", "assay", "1 table", 1),
                        new Group("core", "core", "1 table", 0),
                        new Group("wet", "wet 0.1.0", "1 table", 2));
    }

    @Test
    void a_table_that_something_points_to_is_no_link_table() {
        var picture = SchemaPicture.of(Facts.parse("""
                        table a a_sample Sample
                          id int32 pk
                        table a a_sampleplate SamplePlate
                          id int32 pk
                          sample_id int32 -> a_sample
                          plate_id int32 -> a_sample
                        table a a_well Well
                          id int32 pk
                          place_id int32 -> a_sampleplate
                        """), DEFAULT);
        assertThat(picture.boxes()).hasSize(3);
    }

    @Test
    void columns_that_point_to_a_hub_name_it_instead_of_drawing_a_line() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT.withCommonColumns(true));
        assertThat(picture.legend()).anyMatch(line -> line.contains(" so much points to Branch, Run, Space, User "));
        assertThat(picture.edges()).noneMatch(edge -> edge.to().box().matches("lamindb_(branch|run|space|user)"));
        assertThat(row(picture, "bionty_gene", "created_by_id").targetText()).isEqualTo("→ User");
        assertThat(row(picture, "bionty_gene", "organism_id").targetText()).isEmpty();
    }

    @Test
    void every_foreign_key_is_a_line_when_there_are_no_hubs() {
        var picture = SchemaPicture.of(
                Facts.coreAndBionty(), DEFAULT.withLinkTables(true).withHubsFrom(Integer.MAX_VALUE));
        assertThat(picture.edges()).hasSize(571);
        assertThat(picture.legend()).noneMatch(line -> line.contains("so much points to"));
    }

    @Test
    void columns_shared_by_most_tables_are_listed_once() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT);
        assertThat(picture.legend().getLast())
                .startsWith("Common columns, of most tables: ")
                .contains(" created_at ", " created_by_id ", " space_id ")
                .doesNotContain(" id ", " uid ", " source_id ");
        assertThat(box(picture, "bionty_gene").row("created_at")).isEmpty();
        assertThat(box(picture, "bionty_gene").note()).isEqualTo("+ common columns");
        assertThat(box(picture, "lamindb_artifactblock").note()).isEqualTo("+ common columns but space_id");
        assertThat(box(picture, "lamindb_user").row("created_at")).isPresent();
    }

    @Test
    void a_filtered_picture_has_stubs_of_what_the_module_is_connected_to() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT.withModules(new TreeSet<>(Set.of("bionty"))));
        assertThat(picture.boxes().stream().filter(Box::stub).map(Box::title))
                .containsExactly("Artifact", "Record", "Schema");
        assertThat(box(picture, "lamindb_artifact").rows().getFirst().name()).isEqualTo("id");
        assertThat(picture.edges()).allMatch(edge -> edge.group().equals("bionty"));
        assertThat(picture.groups()).contains(new Group("core", "core", "3 of 85 tables", 0));
    }

    @Test
    void nullable_and_unique_foreign_keys_show_it_at_the_ends_of_their_line() {
        var picture = SchemaPicture.of(Facts.coreAndBionty(), DEFAULT);
        var storage = edge(picture, "lamindb_artifact_storage_id_fkey");
        var meta = edge(picture, "lamindb_collection_meta_artifact_id_fkey");
        assertThat(List.of(storage.from().ending(), storage.to().ending())).containsExactly(Ending.MANY, Ending.ONE);
        assertThat(List.of(meta.from().ending(), meta.to().ending()))
                .containsExactly(Ending.ZERO_OR_ONE, Ending.ZERO_OR_ONE);
    }

    private static Edge edge(Picture picture, String name) {
        return picture.edges().stream()
                .filter(edge -> edge.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Box box(Picture picture, String table) {
        return picture.boxes().stream()
                .filter(box -> box.id().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Picture picture, String table, String name) {
        var box = box(picture, table);
        return box.rows().get(box.row(name).orElseThrow());
    }
}
