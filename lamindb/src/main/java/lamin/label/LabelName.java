package lamin.label;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people refer to a label: {@code treated}, {@code bionty.CellType:T cell} or {@code ULabel[Condition]:treated}.
 *
 * @param type the name or the uid of the type of labels it belongs to; null for any
 * @param name its name or its uid; in an ontology, its id as well
 */
public record LabelName(RegistryName registry, @Nullable String type, String name) {
    private static final Pattern QUALIFIED = Pattern.compile(
            "(ULabel|Record|[a-z][a-z0-9_]*\\.[A-Z][A-Za-z0-9]*)(?:\\[([^\\]]+)\\])?:(.+)", Pattern.DOTALL);

    /** Without a registry, a {@code ULabel} is meant; a colon in its name needs no quoting. */
    public static LabelName parse(String text) {
        var matcher = QUALIFIED.matcher(text);
        return matcher.matches()
                ? new LabelName(RegistryName.parse(matcher.group(1)).orElseThrow(), matcher.group(2), matcher.group(3))
                : new LabelName(RegistryName.ULABEL, null, text);
    }

    public static LabelName of(StoredLabel label) {
        return new LabelName(label.registry(), null, label.uid());
    }

    @Override
    public String toString() {
        var scope = type == null ? "" : "[" + type + "]";
        return registry.equals(RegistryName.ULABEL) && type == null ? name : registry + scope + ":" + name;
    }
}
