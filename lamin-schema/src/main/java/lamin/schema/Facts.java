package lamin.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The names of the objects that a failure concerns, for programs. */
public record Facts(Map<Kind, List<String>> names) {
    public static final Facts NONE = new Facts(Map.of());

    /** What a name refers to; facts are listed in the order of these constants. */
    public enum Kind {
        INSTANCE,
        MODULE,
        REVISION,
        /** A table, by its name in the database. */
        TABLE,
        /** A column as {@code table.column}. */
        COLUMN
    }

    public Facts {
        var copy = new EnumMap<Kind, List<String>>(Kind.class);
        names.forEach((kind, values) -> copy.put(kind, List.copyOf(values)));
        names = Collections.unmodifiableMap(copy);
    }

    public static Facts of(Kind kind, String name) {
        return of(kind, List.of(name));
    }

    public static Facts of(Kind kind, Collection<String> names) {
        return NONE.and(kind, names);
    }

    /** These facts and more names of a kind. Duplicates are dropped; an empty list adds nothing. */
    public Facts and(Kind kind, Collection<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new EnumMap<Kind, List<String>>(Kind.class);
        all.putAll(names);
        all.put(kind, more.stream().distinct().toList());
        return new Facts(all);
    }

    public List<String> of(Kind kind) {
        return names.getOrDefault(kind, List.of());
    }
}
