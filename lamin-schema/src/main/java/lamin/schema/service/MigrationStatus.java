package lamin.schema.service;

import java.util.List;
import java.util.stream.Stream;

/**
 * What separates a database from the modules of a program.
 *
 * @param pending the migrations that a deploy would run, in that order, such as {@code orders 8280855a5064 (v1.0.0)}
 * @param incompatible why different code is needed, one sentence a module: the database is ahead of it, for example
 * @param edited the applied migrations whose scripts were edited since
 * @param differences changes of the tables that no migration made, and that may do harm
 */
public record MigrationStatus(
        List<String> pending, List<String> incompatible, List<String> edited, List<String> differences) {
    public MigrationStatus {
        pending = List.copyOf(pending);
        incompatible = List.copyOf(incompatible);
        edited = List.copyOf(edited);
        differences = List.copyOf(differences);
    }

    /** Whether the database is what the modules of the program need. */
    public boolean isInSync() {
        return pending.isEmpty() && incompatible.isEmpty() && edited.isEmpty() && differences.isEmpty();
    }

    /** One line for each thing that is not in sync. */
    public List<String> lines() {
        return Stream.of(
                        incompatible.stream(),
                        pending.stream().map(migration -> "migration " + migration + " is pending"),
                        edited.stream().map(migration -> "migration " + migration + " was edited after it was applied"),
                        differences.stream())
                .flatMap(lines -> lines)
                .toList();
    }
}
