package lamin.graph.layout;

import java.util.ArrayList;
import java.util.List;
import lamin.graph.layout.Text.Tone;
import lamin.graph.picture.Box;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;

/** Sizes a box to its texts: marks and names on the left, types and targets on the right. */
final class BoxShape {
    private static final double PADDING = 9;
    private static final double GAP = 14;
    private static final double WIDEST_NOTE = 190;
    private static final double NOTE_LINE = 12;

    private final Box box;
    private final double marks;
    private final double width;
    private final List<String> note;

    private BoxShape(Box box, double narrowest) {
        this.box = box;
        this.marks = marksWidth(box.rows());
        var inner = Math.max(
                rowsWidth(), Math.max(Lettering.TITLE.width(box.title()), Lettering.SUBTITLE.width(box.subtitle())));
        this.note = Lines.of(box.note(), Lettering.NOTE, Math.max(inner, WIDEST_NOTE));
        var noteWidth = note.stream().mapToDouble(Lettering.NOTE::width).max().orElse(0);
        this.width = Math.ceil(2 * PADDING + Math.max(inner, Math.max(noteWidth, narrowest)));
    }

    /** The box at the origin, at least as wide as the heading of its group if that is a strip. */
    static PlacedBox of(Box box, Picture picture) {
        return new BoxShape(box, picture.isByGroup() ? headingWidth(picture.groupOf(box)) : 0).place();
    }

    private static double headingWidth(Group group) {
        return Math.max(Lettering.GROUP.width(group.title()), Lettering.NOTE.width(group.note()));
    }

    private static double marksWidth(List<Row> rows) {
        var widest = rows.stream()
                .mapToDouble(row -> Lettering.MARK.width(row.label()))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : widest + 6;
    }

    private double rowsWidth() {
        var names = box.rows().stream()
                .mapToDouble(row -> lettering(row).width(row.name()))
                .max()
                .orElse(0);
        var types = box.rows().stream()
                .mapToDouble(row -> Lettering.TYPE.width(row.typeText()) + targetWidth(row))
                .max()
                .orElse(0);
        return marks + names + (types == 0 ? 0 : GAP + types);
    }

    private static double targetWidth(Row row) {
        return row.target().isEmpty() ? 0 : 4 + Lettering.TYPE.width(row.targetText());
    }

    private static Lettering lettering(Row row) {
        return row.is(Mark.PRIMARY) ? Lettering.KEY : Lettering.NAME;
    }

    private PlacedBox place() {
        return new PlacedBox(box, 0, 0, width, PlacedBox.HEADER + bodyHeight(), texts());
    }

    private double bodyHeight() {
        var body = box.rows().size() * PlacedBox.ROW + noteHeight();
        return body == 0 ? 0 : body + PlacedBox.FOOT;
    }

    private double noteHeight() {
        return note.isEmpty() ? 0 : 4 + note.size() * NOTE_LINE;
    }

    private List<Text> texts() {
        var texts = new ArrayList<Text>();
        texts.add(Text.at(box.title(), Lettering.TITLE, Tone.STRONG, PADDING, 15));
        if (!box.subtitle().isEmpty()) {
            texts.add(Text.at(box.subtitle(), Lettering.SUBTITLE, Tone.FAINT, PADDING, 26));
        }
        for (int row = 0; row < box.rows().size(); row++) {
            addRow(box.rows().get(row), PlacedBox.HEADER + row * PlacedBox.ROW + 11, texts);
        }
        var y = PlacedBox.HEADER + box.rows().size() * PlacedBox.ROW + NOTE_LINE;
        for (var line : note) {
            texts.add(Text.at(line, Lettering.NOTE, Tone.FAINT, PADDING, y));
            y += NOTE_LINE;
        }
        return texts;
    }

    private void addRow(Row row, double y, List<Text> texts) {
        var right = width - PADDING;
        if (!row.marks().isEmpty()) {
            texts.add(Text.at(row.label(), Lettering.MARK, Tone.ACCENT, PADDING, y - 0.5));
        }
        texts.add(Text.at(row.name(), lettering(row), tone(row), PADDING + marks, y));
        if (!row.target().isEmpty()) {
            texts.add(Text.endingAt(row.targetText(), Lettering.TYPE, Tone.ACCENT, right, y));
            right -= targetWidth(row);
        }
        if (!row.type().isEmpty()) {
            texts.add(Text.endingAt(row.typeText(), Lettering.TYPE, Tone.FAINT, right, y));
        }
    }

    private static Tone tone(Row row) {
        return row.is(Mark.PRIMARY) ? Tone.STRONG : Tone.NORMAL;
    }
}
