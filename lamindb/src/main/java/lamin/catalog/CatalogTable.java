package lamin.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;

/**
 * A table of a live database.
 *
 * @param module the module that it belongs to; empty if it belongs to none
 * @param name its name without the prefix of the module
 * @param references its foreign keys of one column
 */
public record CatalogTable(
        String module, String name, TableName table, List<CatalogColumn> columns, List<Reference> references) {
    private static final String CORE = "core";
    private static final String ID = "id";

    public CatalogTable {
        columns = List.copyOf(columns);
        references = List.copyOf(references);
    }

    /** The name by which people refer to it: {@code artifact}, {@code bionty.celltype}. */
    public String qualifiedName() {
        return module.isEmpty() || module.equals(CORE) ? name : module + "." + name;
    }

    /** The name for statements. */
    public String quoted() {
        var quoted = SqlTokens.quote(table.name());
        return table.schema() == null ? quoted : SqlTokens.quote(table.schema()) + "." + quoted;
    }

    /** Whether its rows are records: they have an id, and a uid or a name. */
    public boolean isRegistry() {
        return has(ID) && (has("uid") || has("name"));
    }

    /** Whether its records have versions. */
    public boolean isVersioned() {
        return has("uid") && has("is_latest");
    }

    public boolean has(String column) {
        return columns.stream().anyMatch(known -> known.name().equals(column));
    }

    public List<String> columnNames() {
        return columns.stream().map(CatalogColumn::name).toList();
    }

    /** The column with that name, however it is written: {@code created_at} is also {@code createdAt}. */
    public Optional<CatalogColumn> column(String text) {
        return Stream.concat(
                        columns.stream().filter(column -> column.name().equals(text)),
                        columns.stream()
                                .filter(column -> Plural.plain(column.name()).equals(Plural.plain(text))))
                .findFirst();
    }

    /** The reference with that name, which is its column without {@code _id}. */
    public Optional<Reference> reference(String text) {
        return references.stream()
                .filter(reference -> Plural.plain(reference.name()).equals(Plural.plain(text)))
                .findFirst();
    }

    /** The reference of a column, if it has one. */
    public Optional<Reference> referenceOf(String column) {
        return references.stream()
                .filter(reference -> reference.column().equals(column))
                .findFirst();
    }
}
