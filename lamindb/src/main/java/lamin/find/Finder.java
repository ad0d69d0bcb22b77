package lamin.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lamin.catalog.CatalogTable;
import lamin.find.Overview.Newest;
import lamin.instance.Database;

/**
 * Finds the records of an instance in any registry. A registry is named {@code artifact} or {@code bionty.celltype}, in any
 * case and also in the plural; one that does not exist is refused when it is read.
 */
public final class Finder {
    private final Source source;

    /**
     * Finds records in a database.
     *
     * @param prefixes gives the prefixes of the tables of core and the mounted modules, by module
     */
    public Finder(Database database, Supplier<Map<String, String>> prefixes) {
        this.source = new Source(database, prefixes);
    }

    /** The names of all registries. */
    public List<String> registries() {
        return source.read((catalog, values) ->
                catalog.registries().stream().map(CatalogTable::qualifiedName).toList());
    }

    /** The records of a registry. */
    public RecordQuery records(String registry) {
        return new RecordQuery(source, QuerySpec.of(registry));
    }

    /**
     * Everything that the instance knows about a record.
     *
     * @param name its uid, the common part of the uids of its versions, its key or its name
     */
    public Description describe(String registry, String name) {
        return source.read((catalog, values) -> new Describing(catalog, values, registry).of(name));
    }

    /**
     * Where a record is that can be deleted.
     *
     * @param name as for {@link #describe}
     */
    public RecordName locate(String registry, String name) {
        return source.read((catalog, values) -> new Describing(catalog, values, registry).locate(name));
    }

    /** The newest records of every registry that has any. */
    public Overview view(int most) {
        return source.read((catalog, values) -> {
            var newest = new ArrayList<Newest>();
            for (var table : catalog.registries()) {
                var spec = QuerySpec.of(table.table().flat()).withLimit(most);
                var query = new QuerySql(catalog, values, spec);
                var records = query.page(catalog.connection()).records();
                if (records.size() > 0) {
                    newest.add(new Newest(
                            records.size() < most ? records.size() : query.count(catalog.connection()), records));
                }
            }
            return new Overview(newest);
        });
    }
}
