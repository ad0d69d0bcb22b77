package lamin.catalog;

import lamin.schema.model.TableName;

/**
 * A way from a record to any number of others: through a link table, or back along a reference.
 *
 * @param name {@code ulabels}, {@code parents}
 * @param link the link table; the target itself if its records reference the one at the start
 * @param from the column of the link that references the record at the start
 * @param to the column of the link that references the target; its id if there is no link table
 */
public record Relation(String name, TableName link, String from, String to, TableName target) {
    /** Whether a text is its name, in the singular or the plural. */
    public boolean isNamed(String text) {
        return Plural.matches(text, name);
    }

    /** Whether there is a link table. */
    public boolean isLinked() {
        return !link.equals(target) || !to.equals("id");
    }
}
