package lamin.entities;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;

/**
 * What the entities describe, and what their authors say about earlier names with
 * {@link lamin.schema.RenamedFrom @RenamedFrom}.
 *
 * @param formerEntities the entity that a table belonged to before, to be compared with
 *     {@link lamin.schema.model.Table#isOfEntity}
 * @param formerProperties the property that a column belonged to before, to be compared with
 *     {@link lamin.schema.model.Column#property}
 */
public record EntityModel(
        SchemaModel schema,
        SortedMap<TableName, String> formerEntities,
        SortedMap<ColumnName, String> formerProperties) {
    public EntityModel {
        formerEntities = Collections.unmodifiableSortedMap(new TreeMap<>(formerEntities));
        formerProperties = Collections.unmodifiableSortedMap(new TreeMap<>(formerProperties));
    }

    /** A column of a table. */
    public record ColumnName(TableName table, String column) implements Comparable<ColumnName> {
        private static final Comparator<ColumnName> ORDER =
                Comparator.comparing(ColumnName::table).thenComparing(ColumnName::column);

        @Override
        public int compareTo(ColumnName other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return table + "." + column;
        }
    }
}
