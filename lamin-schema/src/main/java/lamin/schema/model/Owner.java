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

    /** The entity in the form that a chain knows: as the table's name implies it, where it does. */
    public String canonicalEntity(String entity, TableName table) {
        var implied = impliedEntity(table);
        return entity.equalsIgnoreCase(implied) ? implied : entity;
    }

    /** The table under another name; its entity follows unless it was set apart. */
    public Table renamed(Table table, TableName newName) {
        boolean follows = table.isOfEntity(impliedEntity(table.name()));
        return table.renamed(newName)
                .withEntity(follows ? impliedEntity(newName) : canonicalEntity(table.entity(), newName));
    }
}
