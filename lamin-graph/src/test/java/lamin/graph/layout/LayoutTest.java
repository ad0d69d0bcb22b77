package lamin.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.graph.Facts;
import lamin.graph.Lineages;
import lamin.graph.Samples;
import lamin.graph.SchemaGraph;
import lamin.graph.picture.Edge.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LayoutTest {
    private static final SchemaGraph ALL = SchemaGraph.of(Facts.coreAndBionty());
    private static final Layout CORE_AND_BIONTY = Layout.of(ALL.picture());
    static final Layout[] LAYOUTS = {
        CORE_AND_BIONTY,
        Layout.of(ALL.module("bionty").picture()),
        Layout.of(ALL.module("core").withLinkTables(true).picture()),
        Layout.of(ALL.module("core")
                .withHubsFrom(Integer.MAX_VALUE)
                .withCommonColumns(true)
                .picture()),
        Layout.of(SchemaGraph.of(Facts.tiny()).picture()),
        Layout.of(SchemaGraph.of(Facts.parse("")).picture()),
        Layout.of(Samples.GRAPH.picture()),
        Layout.of(Lineages.small().picture()),
        Layout.of(Lineages.branched().picture()),
        Layout.of(Lineages.chain(20).picture()),
        Layout.of(Lineages.large().picture()),
        Layout.of(Lineages.cycle().picture())
    };

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void no_two_boxes_overlap(Layout layout) {
        for (var box : layout.boxes()) {
            assertThat(layout.boxes().stream().filter(other -> !other.equals(box)))
                    .noneMatch(box::overlaps);
        }
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void each_line_ends_at_the_side_of_its_box_at_the_height_of_its_row(Layout layout) {
        var boxes = boxes(layout);
        for (var route : layout.routes()) {
            assertEndsAt(boxes.apply(route.edge().from()), route.edge().from(), route.start());
            assertEndsAt(boxes.apply(route.edge().to()), route.edge().to(), route.end());
        }
    }

    private static void assertEndsAt(PlacedBox box, End end, Point point) {
        assertThat(point.y()).isCloseTo(box.rowMiddle(end.row()), within(0.01));
        assertThat(Math.min(Math.abs(point.x() - box.x()), Math.abs(point.x() - box.x() - box.width())))
                .isLessThan(0.01);
    }

    @Test
    void a_foreign_key_starts_at_its_column() {
        var boxes = boxes(CORE_AND_BIONTY);
        var route = CORE_AND_BIONTY.routes().stream()
                .filter(candidate -> candidate.edge().name().equals("lamindb_artifact_storage_id_fkey"))
                .findFirst()
                .orElseThrow();
        var artifact = boxes.apply(route.edge().from());
        var text = artifact.texts().stream()
                .filter(candidate -> candidate.text().equals("storage_id"))
                .findFirst()
                .orElseThrow();
        assertThat(route.start().y()).isBetween(text.y() - text.lettering().size(), text.y());
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void lines_run_at_right_angles_and_never_through_a_box(Layout layout) {
        for (var route : layout.routes()) {
            for (int i = 1; i < route.points().size(); i++) {
                var from = route.points().get(i - 1);
                var to = route.points().get(i);
                assertThat(Math.min(Math.abs(from.x() - to.x()), Math.abs(from.y() - to.y())))
                        .as(route.edge().name())
                        .isLessThan(0.01);
                assertThat(layout.boxes()).noneMatch(box -> isCrossed(box, from, to));
            }
        }
    }

    private static boolean isCrossed(PlacedBox box, Point from, Point to) {
        return Math.min(from.x(), to.x()) < box.x() + box.width() - 0.01
                && Math.max(from.x(), to.x()) > box.x() + 0.01
                && Math.min(from.y(), to.y()) < box.y() + box.height() - 0.01
                && Math.max(from.y(), to.y()) > box.y() + 0.01;
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void no_text_is_wider_than_its_box_or_touches_the_next(Layout layout) {
        for (var box : layout.boxes()) {
            for (var text : box.texts()) {
                assertThat(text.x()).isGreaterThan(box.x());
                assertThat(text.x() + measured(text)).as(text.text()).isLessThan(box.x() + box.width());
                assertThat(box.texts().stream()
                                .filter(other -> Math.abs(other.y() - text.y()) < 1 && other.x() > text.x()))
                        .allMatch(other -> text.x() + measured(text) < other.x());
            }
        }
    }

    private static double measured(Text text) {
        var style = text.lettering().isBold() ? Font.BOLD : Font.PLAIN;
        return new Font(Font.SANS_SERIF, style, 100)
                        .getStringBounds(text.text(), new FontRenderContext(null, true, true))
                        .getWidth()
                * text.lettering().size()
                / 100;
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void the_groups_stand_side_by_side_and_hold_their_boxes(Layout layout) {
        for (var band : layout.bands()) {
            assertThat(layout.bands().stream().filter(other -> other.x() > band.x()))
                    .allMatch(other -> other.x() >= band.x() + band.width());
            assertThat(Lettering.GROUP.width(band.group().title())).isLessThan(band.width() - 16);
            assertThat(layout.boxes().stream()
                            .filter(box -> box.box().group().equals(band.group().id())))
                    .allMatch(box -> box.x() > band.x()
                            && box.x() + box.width() < band.x() + band.width()
                            && box.y() + box.height() < band.height());
        }
    }

    @Test
    void core_and_bionty_fit_a_landscape_page() {
        assertThat(CORE_AND_BIONTY.width() / CORE_AND_BIONTY.height()).isBetween(1.2, 2.0);
        assertThat(CORE_AND_BIONTY.width()).isLessThan(4300);
    }

    @Test
    void the_same_picture_is_placed_the_same_way_twice() {
        assertThat(Layout.of(ALL.picture())).isEqualTo(CORE_AND_BIONTY);
    }

    private static Function<End, PlacedBox> boxes(Layout layout) {
        var byTable = layout.boxes().stream()
                .collect(Collectors.toMap(placed -> placed.box().id(), Function.identity()));
        return end -> Objects.requireNonNull(byTable.get(end.box()));
    }
}
