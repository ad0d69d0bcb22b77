package lamin.schema.model;

import java.util.Locale;

/**
 * The schema module that a table belongs to.
 *
 * @param prefix the prefix of its table names; empty if they have none
 */
public record Owner(String module, String prefix) {
    /** A module whose tables begin with its name, as is usual. */
    public static Owner of(String module) {
        return new Owner(module, module);
    }

    /** The entity, in lower case, that by convention has a table with this name. */
    public String impliedEntity(TableName table) {
        return prefix.isEmpty()
                ? table.name().replace("_", "").toLowerCase(Locale.ROOT)
                : Table.impliedEntity(table, prefix);
    }

    /** The entity in the form used in chains: as implied by the table's name if possible. */
    public String canonicalEntity(String entity, TableName table) {
        var implied = impliedEntity(table);
        return entity.equalsIgnoreCase(implied) ? implied : entity;
    }

    /** The table under another name; its entity follows unless it was set explicitly. */
    public Table renamed(Table table, TableName newName) {
        boolean follows = table.isOfEntity(impliedEntity(table.name()));
        return table.renamed(newName)
                .withEntity(follows ? impliedEntity(newName) : canonicalEntity(table.entity(), newName));
    }
}
