package lamin.schema.model;

/**
 * The schema module that a table belongs to.
 *
 * @param prefix what the names of its tables begin with
 */
public record Owner(String module, String prefix) {
    /** A module whose tables begin with its name, as most do. */
    public static Owner of(String module) {
        return new Owner(module, module);
    }

    /** The entity, in lower case, whose table is called so by convention. */
    public String impliedEntity(TableName table) {
        return Table.impliedEntity(table, prefix);
    }
}
