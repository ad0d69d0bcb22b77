package lamin.schema.internal.introspect;

import java.util.regex.Pattern;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Recognises generated names that contain a hash of an expression. The database prints the expression differently from
 * the script, so the name cannot be recomputed from what was read.
 */
final class GeneratedNames {
    private static final Pattern HASHED = Pattern.compile("(.*)_[0-9a-f]{8}_(\\w+)");

    private GeneratedNames() {}

    /** The name, or null if it looks like a generated name of this table. */
    static @Nullable String without(@Nullable String name, TableName table, String suffix) {
        if (name == null) {
            return null;
        }
        var parts = HASHED.matcher(name);
        return parts.matches() && parts.group(2).equals(suffix) && isOf(table, parts.group(1)) ? null : name;
    }

    /** Long names are truncated. */
    private static boolean isOf(TableName table, String head) {
        return head.startsWith(table.flat()) || table.flat().startsWith(head);
    }
}
