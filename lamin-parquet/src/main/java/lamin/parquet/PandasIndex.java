package lamin.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are the index of a pandas data frame. pandas reads them back as the index, so that Python's LaminDB does
 * not see them as columns. An index that only counts rows is a description in the metadata, and no column.
 */
final class PandasIndex {
    private static final String METADATA = "pandas";

    private PandasIndex() {}

    /** Their names; none if the file is not from pandas. */
    static Set<String> of(@Nullable Map<String, String> metadata) {
        var text = metadata == null ? null : metadata.get(METADATA);
        var names = new HashSet<String>();
        if (text != null) {
            try {
                for (var index : new ObjectMapper().readTree(text).path("index_columns")) {
                    if (index.isTextual()) {
                        names.add(index.asText());
                    }
                }
            } catch (JsonProcessingException e) {
                // what pandas cannot have written says nothing
                return Set.of();
            }
        }
        return names;
    }
}
