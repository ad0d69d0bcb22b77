package lamin.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as text: for people, and exactly for programs. */
public final class CellText {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CellText() {}

    /** In one line, without characters that control a terminal; times in UTC and in seconds. */
    public static String readable(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> SECONDS.format(time);
            case byte[] bytes -> bytes.length + " bytes";
            default -> printable(value.toString());
        };
    }

    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd").strip();
    }

    /** Without loss; times as in ISO 8601. */
    static String exact(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    /** The number of columns that a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(CellText::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return character >= 0x1100
                && (Character.isIdeographic(character)
                        || (character >= 0x1F300 && character <= 0x1FAFF)
                        || (character >= 0xFF00 && character <= 0xFF60)
                        || (character >= 0x3000 && character <= 0x30FF)
                        || Character.UnicodeScript.of(character) == Character.UnicodeScript.HANGUL);
    }

    /** The text in at most that width; what is cut off is replaced by an ellipsis. */
    public static String shortened(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        var kept = new StringBuilder();
        int width = 1;
        for (int character : text.codePoints().toArray()) {
            width += width(character);
            if (width > most) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }
}
