package lamin.graph.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The available formats, by name. The built-in ones need no other program. */
public final class Formats {
    private static final List<Format> BUILT_IN =
            List.of(new Svg(), new Png(), new Dot(), new Json(), new GraphMl(), new Mermaid(), new Csv());
    private static final Map<String, String> OTHER_EXTENSIONS = Map.of("gv", "dot", "mmd", "mermaid");

    private final Map<String, Format> byName = new LinkedHashMap<>();
    private @Nullable Graphviz notYetAsked;

    private Formats(@Nullable Graphviz graphviz) {
        this.notYetAsked = graphviz;
        BUILT_IN.forEach(format -> byName.put(format.name(), format));
    }

    /** The built-in formats and, if Graphviz is in one of the folders of this {@code PATH}, all of its formats. */
    public static Formats on(String path) {
        return new Formats(Graphviz.on(path).orElse(null));
    }

    /** The names, built-in formats first. */
    public List<String> names() {
        askGraphviz();
        return List.copyOf(byName.keySet());
    }

    /** The format by name or file extension, in any case. */
    public Format named(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        var wanted = OTHER_EXTENSIONS.getOrDefault(key, key);
        if (!byName.containsKey(wanted)) {
            askGraphviz();
        }
        var format = byName.get(wanted);
        if (format == null) {
            throw new UnknownFormatException(name, names());
        }
        return format;
    }

    /** Another program is only started for a name that is not built in. */
    private synchronized void askGraphviz() {
        if (notYetAsked != null) {
            notYetAsked.formats().forEach(format -> byName.putIfAbsent(format.name(), format));
            notYetAsked = null;
        }
    }
}
