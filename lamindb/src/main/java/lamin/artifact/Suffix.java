package lamin.artifact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The extension of a file name that tells its format, in lower case, such as {@code .csv}, {@code .tar.gz} or
 * {@code .anndata.zarr}. Of an unknown format it is empty, as in LaminDB.
 */
final class Suffix {
    private static final Map<Part, Set<String>> KNOWN = known();

    private Suffix() {}

    private enum Part {
        SIMPLE,
        COMPOSITE,
        ENCODING;

        boolean has(String extension) {
            return Objects.requireNonNull(KNOWN.get(this)).contains(extension);
        }
    }

    private static Map<Part, Set<String>> known() {
        var known = new EnumMap<Part, Set<String>>(Part.class);
        try (InputStream in = Objects.requireNonNull(Suffix.class.getResourceAsStream("suffixes.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> part = new HashSet<>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    part.add(line);
                } else if (!line.endsWith(".")) {
                    part = new HashSet<>();
                    known.put(Part.valueOf(line.substring(2).toUpperCase(Locale.ROOT)), part);
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The suffix of a file name. */
    static String of(String name) {
        var extensions = extensions(name.toLowerCase(Locale.ROOT));
        if (extensions.isEmpty()) {
            return "";
        }
        int size = extensions.size();
        var last = extensions.getLast();
        var lastTwo = size < 2 ? last : extensions.get(size - 2) + last;
        if (Part.COMPOSITE.has(lastTwo)) {
            return lastTwo;
        }
        if (Part.SIMPLE.has(last)) {
            return last;
        }
        return Part.ENCODING.has(last) ? encoded(extensions) : "";
    }

    /** What was compressed counts if its format is known, below a tar archive as well. */
    private static String encoded(List<String> extensions) {
        int size = extensions.size();
        var last = extensions.getLast();
        var inner = size < 2 ? "" : extensions.get(size - 2);
        if (!Part.SIMPLE.has(inner)) {
            return last;
        }
        var innermost = size < 3 ? "" : extensions.get(size - 3);
        return (inner.equals(".tar") && Part.SIMPLE.has(innermost) ? innermost : "") + inner + last;
    }

    private static List<String> extensions(String name) {
        var start = 0;
        while (start < name.length() && name.charAt(start) == '.') {
            start++;
        }
        var extensions = new ArrayList<String>();
        for (int dot = name.indexOf('.', start); dot >= 0; ) {
            int next = name.indexOf('.', dot + 1);
            extensions.add(name.substring(dot, next < 0 ? name.length() : next));
            dot = next;
        }
        return name.endsWith(".") ? List.of() : extensions;
    }
}
