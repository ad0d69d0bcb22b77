package lamin.schema.internal.detect;

import java.util.Locale;
import lamin.schema.model.Table;

/** An entity of a module, its simple name in lower case: chains know no more of most entities. */
record EntityName(String module, String entity) {
    EntityName {
        entity = entity.toLowerCase(Locale.ROOT);
    }

    static EntityName of(Table table) {
        return new EntityName(table.module(), table.entity());
    }

    /** Reads {@code Entity}, of that module, or {@code module.Entity}. */
    static EntityName parse(String text, String module) {
        int dot = text.indexOf('.');
        return dot < 0 ? new EntityName(module, text) : new EntityName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** What stands for the entity of the table of one of its collections. */
    EntityName collection(String suffix) {
        return new EntityName(module, entity + "_" + suffix);
    }
}
