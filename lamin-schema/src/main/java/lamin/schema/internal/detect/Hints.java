package lamin.schema.internal.detect;

import java.util.Map;
import lamin.schema.model.TableName;

/**
 * Earlier names that authors stated with {@link lamin.schema.RenamedFrom}. A hint stays in the source after it was
 * followed; it has no effect once the new name exists.
 *
 * @param entities the earlier name of a table's entity: {@code Entity}, or {@code module.Entity} if it comes from
 *     another module
 * @param properties by table and column, the property (in the form of {@code Column.property}) that it was called
 *     before
 */
public record Hints(Map<TableName, String> entities, Map<TableName, Map<String, String>> properties) {
    public static final Hints NONE = new Hints(Map.of(), Map.of());

    public Hints {
        entities = Map.copyOf(entities);
        properties = Map.copyOf(properties);
    }

    Map<String, String> propertiesOf(TableName table) {
        return properties.getOrDefault(table, Map.of());
    }
}
