package lamin.graph.picture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Picture.Notation;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Box A = box("a", "group");
    private static final Box B = box("b", "group");

    @Test
    void a_box_is_in_a_group_of_the_picture() {
        assertThatThrownBy(() -> picture(List.of(box("a", "other")))).hasMessage("box a is in no group: other");
    }

    @Test
    void ids_of_boxes_are_unique() {
        assertThatThrownBy(() -> picture(List.of(A, A))).hasMessage("two boxes are called a");
    }

    @Test
    void a_line_ends_at_a_box_or_at_a_row_that_it_has() {
        assertThatThrownBy(() -> picture(List.of(A), line(new End("c", End.TITLE, Ending.ARROW))))
                .hasMessage("edge line ends at no box: c");
        assertThatThrownBy(() -> picture(List.of(A, B), line(new End("b", 1, Ending.ARROW))))
                .hasMessage("edge line ends at row 1 of b, which has 1");
    }

    @Test
    void arrows_and_crows_feet_are_not_mixed() {
        assertThatThrownBy(() -> picture(List.of(A, B), line(new End("b", 0, Ending.MANY))))
                .hasMessage("edge line ends with MANY, which ARROWS does not have");
    }

    private static Edge line(End to) {
        return new Edge("line", "group", new End("a", 0, Ending.PLAIN), to, false);
    }

    private static Box box(String id, String group) {
        return new Box(id, group, id, "", false, List.of(new Row("row", "", false, Set.of(), "")), "");
    }

    private static Picture picture(List<Box> boxes, Edge... edges) {
        var groups = List.of(new Group("group", "group", "", 0));
        return new Picture("graph", "title", Notation.ARROWS, groups, boxes, List.of(edges), List.of());
    }
}
