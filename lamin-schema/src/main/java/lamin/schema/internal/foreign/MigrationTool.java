package lamin.schema.internal.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/**
 * A tool whose tables are known by their columns: their names can be configured, and Flyway's default was
 * {@code schema_version} before its version 5.
 */
public enum MigrationTool {
    FLYWAY(
            "Flyway",
            "migrations",
            List.of(
                    "installed_rank",
                    "version",
                    "description",
                    "type",
                    "script",
                    "checksum",
                    "installed_by",
                    "installed_on",
                    "execution_time",
                    "success"),
            List.of()),
    LIQUIBASE(
            "Liquibase",
            "change sets",
            List.of("id", "author", "filename", "dateexecuted", "orderexecuted", "exectype", "md5sum"),
            List.of("id", "locked", "lockgranted", "lockedby"));

    private final String label;
    private final String unit;
    private final List<String> historyColumns;
    private final List<String> lockColumns;

    MigrationTool(String label, String unit, List<String> historyColumns, List<String> lockColumns) {
        this.label = label;
        this.unit = unit;
        this.historyColumns = historyColumns;
        this.lockColumns = lockColumns;
    }

    /** Its name, such as {@code Flyway}. */
    public String label() {
        return label;
    }

    /** What it calls several of its migrations. */
    public String unit() {
        return unit;
    }

    /** The columns that every version of its history has, in lower case. */
    List<String> historyColumns() {
        return historyColumns;
    }

    /** The columns of the table that is its lock; empty if it locks without one. */
    List<String> lockColumns() {
        return lockColumns;
    }

    /** The tool to which a table of a live database belongs. */
    public static Optional<MigrationTool> owner(Table table) {
        var columns = table.columns().stream()
                .map(Column::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(tool -> Stream.of(tool.historyColumns, tool.lockColumns)
                        .anyMatch(known -> !known.isEmpty() && columns.containsAll(known)))
                .findFirst();
    }
}
