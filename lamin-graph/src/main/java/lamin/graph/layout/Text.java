package lamin.graph.layout;

/**
 * A line of text in a picture.
 *
 * @param x the left end
 * @param y the baseline
 * @param width its maximum width
 * @param endsAt whether the text is aligned to its right end
 */
public record Text(String text, Lettering lettering, Tone tone, double x, double y, double width, boolean endsAt) {
    /** How strongly a text stands out. */
    public enum Tone {
        STRONG,
        NORMAL,
        FAINT,
        ACCENT
    }

    static Text at(String text, Lettering lettering, Tone tone, double x, double y) {
        return new Text(text, lettering, tone, x, y, lettering.width(text), false);
    }

    static Text endingAt(String text, Lettering lettering, Tone tone, double right, double y) {
        var width = lettering.width(text);
        return new Text(text, lettering, tone, right - width, y, width, true);
    }

    Text moved(double dx, double dy) {
        return new Text(text, lettering, tone, x + dx, y + dy, width, endsAt);
    }
}
