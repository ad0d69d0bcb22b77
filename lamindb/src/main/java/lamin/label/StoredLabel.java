package lamin.label;

import org.jspecify.annotations.Nullable;

/**
 * A label as it is in the database.
 *
 * @param name its name, or the field by which its registry is read, such as the symbol of a gene
 * @param type the name of the type of labels it belongs to; null if there is none
 * @param isType whether it is a type of labels
 */
public record StoredLabel(
        RegistryName registry,
        long id,
        String uid,
        String name,
        @Nullable String type,
        boolean isType) {}
