package lamin;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What instance to make.
 *
 * @param storage the folder for its files
 * @param name null for that of the folder, or of the database on a server
 * @param db {@code postgresql://user@host:port/database}; null for SQLite in the storage
 * @param modules schema modules to mount besides core
 * @param existing the database is there with tables that another tool has made: they stay as they are, to be taken over
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

    /** The same under that name. */
    public InitOptions name(@Nullable String newName) {
        return new InitOptions(storage, newName, db, modules, existing);
    }

    /** The same in that database. */
    public InitOptions db(@Nullable String newDb) {
        return new InitOptions(storage, name, newDb, modules, existing);
    }

    /** The same with these modules mounted, and no others but core. */
    public InitOptions modules(Collection<String> newModules) {
        return new InitOptions(storage, name, db, new TreeSet<>(newModules), existing);
    }

    /** As {@link #modules(Collection)}. */
    public InitOptions modules(String... newModules) {
        return modules(List.of(newModules));
    }

    /** The same on a database with tables that another tool has made, or not. */
    public InitOptions existing(boolean isExisting) {
        return new InitOptions(storage, name, db, modules, isExisting);
    }

    /** Without the database: its URL may contain a password. */
    @Override
    public String toString() {
        return "InitOptions[storage=" + storage + ", name=" + name + ", modules=" + modules + "]";
    }
}
