package lamin.ontology.source;

import java.util.List;
import java.util.Locale;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/**
 * A version of a public ontology or table, for the records of one registry and organism: a row of {@code bionty_source}.
 *
 * @param entity the registry with its module, such as {@code bionty.CellType}
 * @param organism the name of an organism or a group of them, or {@code all}
 * @param name the short name of the ontology, such as {@code cl}
 * @param isCurrentlyUsed whether new records are taken from it by default
 * @param description the full name of the ontology
 * @param url where its file is published
 * @param website its web page
 * @param prefixes how the ids of its own terms begin; if empty, like its name, ignoring case
 * @param hasPartOf whether what a term is part of counts among its parents
 * @param idColumns the columns of a table whose first filled one is the id; if empty, those that usually are
 */
public record PublicSource(
        String entity,
        String organism,
        String name,
        String version,
        boolean isCurrentlyUsed,
        @Nullable String description,
        @Nullable String url,
        @Nullable String website,
        List<String> prefixes,
        boolean hasPartOf,
        List<String> idColumns) {
    public PublicSource {
        prefixes = List.copyOf(prefixes);
        idColumns = List.copyOf(idColumns);
    }

    /** The same source in another version, which is not used by default. */
    PublicSource inVersion(String newVersion, @Nullable String newUrl) {
        return new PublicSource(
                entity,
                organism,
                name,
                newVersion,
                false,
                description,
                newUrl,
                website,
                prefixes,
                hasPartOf,
                idColumns);
    }

    /** Its uid in every instance, as LaminDB computes it. */
    public String uid() {
        return Md5.base62(entity + name + organism + version, 8);
    }

    /** The registry without its module. */
    public String registry() {
        return entity.substring(entity.lastIndexOf('.') + 1);
    }

    /** The name of its file as a table, in bionty's cache and on its server. */
    public String tableName() {
        return "df_" + key(organism.toLowerCase(Locale.ROOT).replace(' ', '-')) + ".parquet";
    }

    /** The name, in bionty's cache, of its file as published, without an extension. */
    public String ontologyName() {
        return ("ontology_" + key(organism.toLowerCase(Locale.ROOT).replace(' ', '-'))).replace(' ', '_');
    }

    private String key(String organismKey) {
        return organismKey + "__" + name + "__" + version + "__" + registry();
    }

    @Override
    public String toString() {
        return entity + " from " + name + " " + version + (organism.equals("all") ? "" : " (" + organism + ")");
    }
}
