package lamin.schema.detect;

import java.util.Map;
import lamin.schema.model.TableName;

/**
 * What authors said about earlier names, with {@link lamin.schema.RenamedFrom}.
 *
 * @param entities the entity that a table's entity was called before
 * @param properties by table and column, the property (in the form of {@code Column.property}) that it was before
 */
public record Hints(Map<TableName, String> entities, Map<TableName, Map<String, String>> properties) {
    public static final Hints NONE = new Hints(Map.of(), Map.of());

    public Hints {
        entities = Map.copyOf(entities);
        properties = Map.copyOf(properties);
    }
}
