package lamin.schema.internal.detect;

import java.util.Locale;
import lamin.schema.model.Table;

/** An entity of a module, by its simple name in lower case: for most entities, chains record nothing more. */
record EntityName(String module, String entity) {
    EntityName {
        entity = entity.toLowerCase(Locale.ROOT);
    }

    static EntityName of(Table table) {
        return new EntityName(table.module(), table.entity());
    }

    /** Parses {@code Entity}, in the given module, or {@code module.Entity}. */
    static EntityName parse(String text, String module) {
        int dot = text.indexOf('.');
        return dot < 0 ? new EntityName(module, text) : new EntityName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** A pseudo entity for the table of one of the entity's collections. */
    EntityName collection(String suffix) {
        return new EntityName(module, entity + "_" + suffix);
    }
}
