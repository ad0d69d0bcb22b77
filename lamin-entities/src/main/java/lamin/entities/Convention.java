package lamin.entities;

import java.util.Locale;
import lamin.schema.model.Names;

/** The default names of tables and columns; see the package documentation. */
final class Convention {
    static final String DISCRIMINATOR = "dtype";

    private Convention() {}

    static String table(String prefix, String entity) {
        return (prefix.isEmpty() ? "" : prefix + "_") + lowerCase(entity);
    }

    static String column(String property) {
        return Names.snakeCase(property);
    }

    static String reference(String property) {
        return column(property) + "_id";
    }

    /** One of the columns of a reference to a composite key; {@code keyColumn} may already begin with the property. */
    static String referencePart(String property, String keyColumn) {
        var start = column(property) + "_";
        return keyColumn.startsWith(start) ? keyColumn : start + keyColumn;
    }

    /** The column of a collection's table that references the owner. */
    static String referenceOfOwner(String entity, boolean toOneself) {
        return (toOneself ? "from_" : "") + lowerCase(entity) + "_id";
    }

    /** The column of a collection's table that references the element. */
    static String referenceToTarget(String entity, boolean toOneself) {
        return (toOneself ? "to_" : "") + lowerCase(entity) + "_id";
    }

    /** The table of a collection, or its pseudo entity. */
    static String collection(String owner, String property) {
        return owner + "_" + column(property);
    }

    static String order(String property) {
        return column(property) + "_order";
    }

    static String mapKey(String property) {
        return column(property) + "_key";
    }

    static String lowerCase(String entity) {
        return entity.toLowerCase(Locale.ROOT);
    }
}
