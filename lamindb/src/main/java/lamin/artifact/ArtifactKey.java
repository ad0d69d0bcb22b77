package lamin.artifact;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The path by which users refer to an artifact, relative and with slashes. It names the same file below a folder on every
 * operating system and cannot lead out of it.
 */
record ArtifactKey(String text) {
    private static final int LONGEST = 1024;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f\\x7f\\\\:*?\"<>|]");
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    /** Normalised, so that one name is one key however its letters were composed. */
    static ArtifactKey parse(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        var problem = problem(normal);
        if (problem != null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "\"" + text + "\" cannot be a key: " + problem
                            + "\na key is a relative path with slashes, such as datasets/counts.csv");
        }
        return new ArtifactKey(normal);
    }

    /** The key of a file below the root of its storage. */
    static ArtifactKey of(Path relative) {
        var names = new ArrayList<String>();
        relative.forEach(name -> names.add(name.toString()));
        return parse(String.join("/", names));
    }

    private static @org.jspecify.annotations.Nullable String problem(String key) {
        if (key.isBlank()) {
            return "it is empty";
        }
        if (key.codePointCount(0, key.length()) > LONGEST) {
            return "it is longer than " + LONGEST + " characters";
        }
        if (FORBIDDEN.matcher(key).find()) {
            return "it has a character that not every system allows in a file name";
        }
        for (var name : List.of(key.split("/", -1))) {
            if (name.isEmpty()) {
                return "it begins or ends with a slash, or has two in a row";
            }
            if (name.equals(".") || name.equals("..")) {
                return "it has " + name;
            }
            if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
                return "\"" + name + "\" begins or ends with a blank, or ends with a dot";
            }
            if (DEVICES.contains(name.toUpperCase(java.util.Locale.ROOT))) {
                return name + " is a device on Windows";
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
