package lamin.label;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a registry as LaminDB writes it: {@code ULabel}, or {@code bionty.CellType} outside of core.
 *
 * @param module null for core
 */
public record RegistryName(@Nullable String module, String entity) {
    public static final RegistryName ULABEL = new RegistryName(null, "ULabel");
    public static final RegistryName RECORD = new RegistryName(null, "Record");

    private static final Pattern FORM = Pattern.compile("(?:([a-z][a-z0-9_]*)\\.)?([A-Z][A-Za-z0-9]*)");

    /** Empty if the text is not the name of a registry. */
    public static Optional<RegistryName> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new RegistryName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Its table. */
    public String table() {
        return prefix() + entityColumn();
    }

    /** The table that links records of another registry of core, such as {@code artifact}, to its records. */
    public String linkTable(String linked) {
        return prefix() + linked + entityColumn();
    }

    /** The name of the entity in the names of tables and columns. */
    public String entityColumn() {
        return entity.toLowerCase(Locale.ROOT);
    }

    private String prefix() {
        return (module == null ? "lamindb" : module) + "_";
    }

    @Override
    public String toString() {
        return module == null ? entity : module + "." + entity;
    }
}
