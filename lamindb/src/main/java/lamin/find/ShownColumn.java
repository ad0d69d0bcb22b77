package lamin.find;

import java.util.Set;
import lamin.catalog.CatalogColumn;
import lamin.catalog.CatalogTable;
import lamin.catalog.ColumnKind;
import lamin.catalog.Reference;

/**
 * A column of a result.
 *
 * @param isShort whether a table for people has it; other formats have all columns
 */
public record ShownColumn(String title, ColumnKind kind, boolean isShort) {
    private static final Set<String> TECHNICAL =
            Set.of("id", "is_locked", "is_latest", "hash", "source_code", "updated_at", "instance_uid", "md5", "otype");
    private static final Set<String> TECHNICAL_REFERENCES = Set.of("branch", "space", "created_on", "run", "storage");
    private static final Set<String> TELLING = Set.of("_dtype_str", "_status_code");

    static ShownColumn of(CatalogTable table, CatalogColumn column) {
        var name = column.name();
        boolean isInternal = (name.startsWith("_") && !TELLING.contains(name)) || TECHNICAL.contains(name);
        boolean isLong = column.kind() == ColumnKind.JSON || column.kind() == ColumnKind.BYTES;
        return new ShownColumn(
                name,
                column.kind(),
                !isInternal && !isLong && table.referenceOf(name).isEmpty());
    }

    /** What the referenced record is called. */
    static ShownColumn of(Reference reference) {
        return new ShownColumn(reference.name(), ColumnKind.TEXT, !TECHNICAL_REFERENCES.contains(reference.name()));
    }
}
