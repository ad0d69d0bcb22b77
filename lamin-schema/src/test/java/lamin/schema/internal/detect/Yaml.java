package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML whose scalars are all text, so that {@code yes}, {@code "yes"}, {@code 1} and {@code "1"} mean the same. */
final class Yaml {
    private Yaml() {}

    static Map<String, Object> read(String text) {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        var yaml = new org.yaml.snakeyaml.Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, new TextOnly());
        return map(yaml.<Object>load(text));
    }

    static SequencedMap<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var result = new LinkedHashMap<String, Object>();
            map.forEach((key, entry) -> result.put(String.valueOf(key), entry));
            return result;
        }
        throw new IllegalArgumentException("a map is expected: " + value);
    }

    static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new IllegalArgumentException("a list is expected: " + value);
    }

    static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Yaml::text).toList();
    }

    static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text is expected: " + value);
    }

    static boolean isYes(@Nullable Object value) {
        return "true".equals(value) || "yes".equals(value);
    }

    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n");
        }
    }
}
