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
    FLYWAY("Flyway", "migrations"),
    LIQUIBASE("Liquibase", "change sets");

    private final String label;
    private final String unit;

    MigrationTool(String label, String unit) {
        this.label = label;
        this.unit = unit;
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
        return switch (this) {
            case FLYWAY ->
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
                        "success");
            case LIQUIBASE ->
                List.of("id", "author", "filename", "dateexecuted", "orderexecuted", "exectype", "md5sum");
        };
    }

    /** The columns of the table that is its lock; empty if it locks without one. */
    List<String> lockColumns() {
        return switch (this) {
            case FLYWAY -> List.of();
            case LIQUIBASE -> List.of("id", "locked", "lockgranted", "lockedby");
        };
    }

    /** The tool to which a table of a live database belongs. */
    public static Optional<MigrationTool> owner(Table table) {
        var columns = table.columns().stream()
                .map(Column::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(tool -> Stream.of(tool.historyColumns(), tool.lockColumns())
                        .anyMatch(known -> !known.isEmpty() && columns.containsAll(known)))
                .findFirst();
    }
}
