package lamin.graph.layout;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Font sizes and weights in a picture, and the width of texts in them. */
public enum Lettering {
    HEADING(22, true),
    GROUP(15, true),
    TITLE(13, true),
    SUBTITLE(8.5, false),
    NAME(11, false),
    KEY(11, true),
    TYPE(9.5, false),
    MARK(7.5, true),
    NOTE(9, false);

    /** Viewers use other fonts than the one measured here; a few are wider by this factor. */
    private static final double TOLERANCE = 1.06;

    private final double size;
    private final boolean bold;

    Lettering(double size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    /** The font size in pixels. */
    public double size() {
        return size;
    }

    public boolean isBold() {
        return bold;
    }

    /** The width in pixels of a text, with some room for other fonts. */
    public double width(String text) {
        return TOLERANCE * Measure.width(text, size, bold);
    }

    /** The parts of the desktop library used for measuring; loaded with the first measured text. */
    private static final class Measure {
        private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
        private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 1);

        static double width(String text, double size, boolean bold) {
            return (bold ? BOLD : PLAIN)
                    .deriveFont((float) size)
                    .getStringBounds(text, EXACT)
                    .getWidth();
        }
    }
}
