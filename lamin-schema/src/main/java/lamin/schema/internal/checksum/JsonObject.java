package lamin.schema.internal.checksum;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a JSON object member by member, without spaces and in ASCII. */
final class JsonObject {
    private final StringBuilder out;
    private boolean isEmpty = true;

    private JsonObject(StringBuilder out) {
        this.out = out.append('{');
    }

    static JsonObject open(StringBuilder out) {
        return new JsonObject(out);
    }

    void close() {
        out.append('}');
    }

    /** A member whose value the given writer writes. */
    <T> JsonObject value(String name, T value, Consumer<T> writer) {
        name(name);
        writer.accept(value);
        return this;
    }

    private void name(String name) {
        if (!isEmpty) {
            out.append(',');
        }
        isEmpty = false;
        out.append('"').append(name).append("\":");
    }

    JsonObject text(String name, String value) {
        name(name);
        text(out, value);
        return this;
    }

    /** Omitted if null. */
    JsonObject given(String name, @Nullable String value) {
        return value == null ? this : text(name, value);
    }

    JsonObject textOrNull(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            text(out, value);
        }
        return this;
    }

    JsonObject bool(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonObject number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Omitted if false. */
    JsonObject flag(String name, boolean value) {
        return value ? bool(name, true) : this;
    }

    JsonObject texts(String name, List<String> values) {
        return list(name, values, value -> text(out, value));
    }

    /** Omitted if empty. */
    <T> JsonObject list(String name, Collection<T> items, Consumer<T> writer) {
        if (items.isEmpty()) {
            return this;
        }
        name(name);
        out.append('[');
        var separator = "";
        for (var item : items) {
            out.append(separator);
            writer.accept(item);
            separator = ",";
        }
        out.append(']');
        return this;
    }

    /** A string. Line ends become line feeds, whatever the script has. */
    static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            escaped(out, c);
        }
        out.append('"');
    }

    private static void escaped(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c <= '~') {
                    out.append(c);
                } else {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(Character.forDigit((c >> shift) & 0xf, 16));
                    }
                }
            }
        }
    }
}
