package lamin;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The instance to create.
 *
 * @param storage the folder for its files
 * @param name null for the name of the folder, or of the database on a server
 * @param db {@code postgresql://user@host:port/database}; null for SQLite in the storage
 * @param modules schema modules to mount in addition to core
 * @param existing whether the database already exists with tables created by another tool, which stay unchanged and can
 *     be taken over
 */
public record InitOptions(
        String storage, @Nullable String name, @Nullable String db, SortedSet<String> modules, boolean existing) {
    public InitOptions {
        var others = new TreeSet<>(modules);
        others.remove("core");
        modules = Collections.unmodifiableSortedSet(others);
    }

    /** An instance on SQLite in that folder, with core alone. */
    public static InitOptions storage(String storage) {
        return new InitOptions(storage, null, null, new TreeSet<>(), false);
    }

    /** The same with that name. */
    public InitOptions name(@Nullable String newName) {
        return new InitOptions(storage, newName, db, modules, existing);
    }

    /** The same in that database. */
    public InitOptions db(@Nullable String newDb) {
        return new InitOptions(storage, name, newDb, modules, existing);
    }

    /** The same with only core and these modules mounted. */
    public InitOptions modules(Collection<String> newModules) {
        return new InitOptions(storage, name, db, new TreeSet<>(newModules), existing);
    }

    /** Like {@link #modules(Collection)}. */
    public InitOptions modules(String... newModules) {
        return modules(List.of(newModules));
    }

    /** The same, for a database with or without tables created by another tool. */
    public InitOptions existing(boolean isExisting) {
        return new InitOptions(storage, name, db, modules, isExisting);
    }

    /** Omits the database, whose URL may contain a password. */
    @Override
    public String toString() {
        return "InitOptions[storage=" + storage + ", name=" + name + ", modules=" + modules + "]";
    }
}
