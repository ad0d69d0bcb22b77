package lamin.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.instance.Database;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.TableName;
import lamin.search.SimilarNames;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a live database, read from it on demand and valid as long as the connection. A registry is named
 * {@code artifact} or {@code bionty.celltype}, in any case and also in the plural.
 */
public final class Catalog {
    private static final String CORE = "core";

    /** A ledger that looks like a registry. */
    private static final String DJANGO = "django_migrations";

    private final Connection connection;
    private final LiveTables live;
    private final Map<String, String> prefixes;
    private final List<TableName> names;
    private final Map<TableName, CatalogTable> known = new HashMap<>();
    private @Nullable List<CatalogTable> all;

    private Catalog(Connection connection, LiveTables live, Map<String, String> prefixes) throws SQLException {
        this.connection = connection;
        this.live = live;
        this.prefixes = prefixes;
        this.names = live.names(connection).stream()
                .filter(table -> !table.name().equals(DJANGO))
                .toList();
    }

    /**
     * The catalog of a database.
     *
     * @param prefixes the prefixes of the tables of core and the mounted modules, by module
     */
    public static Catalog read(Connection connection, Database database, Map<String, String> prefixes)
            throws SQLException {
        return new Catalog(connection, LiveTables.of(database), prefixes);
    }

    public Connection connection() {
        return connection;
    }

    /** The operator of a database that compares with a pattern and ignores case. */
    public static String likeOperator(Database database) {
        return LiveTables.of(database).like();
    }

    /** That operator of this database. */
    public String like() {
        return live.like();
    }

    /** The registry with that name; an unknown name is refused with the similar ones. */
    public CatalogTable registry(String text) throws SQLException {
        var found = names.stream().filter(table -> isNamed(table, text)).toList();
        if (found.size() > 1) {
            return coreTable(found).orElseThrow(() -> ambiguous(text, found));
        }
        var registry = found.isEmpty() ? null : table(found.getFirst());
        if (registry == null || !registry.isRegistry()) {
            throw unknown(text);
        }
        return registry;
    }

    private boolean isNamed(TableName table, String text) {
        var module = module(table);
        return text.equalsIgnoreCase(table.flat())
                || Plural.matches(text, simpleName(table, module))
                || (isQualified(text, module)
                        && Plural.matches(text.substring(module.length() + 1), simpleName(table, module)));
    }

    private static boolean isQualified(String text, String module) {
        return text.toLowerCase(Locale.ROOT).startsWith(module + ".");
    }

    private Optional<CatalogTable> coreTable(List<TableName> tables) throws SQLException {
        var ofCore = tables.stream().filter(table -> module(table).equals(CORE)).toList();
        return ofCore.size() == 1 ? Optional.of(table(ofCore.getFirst())) : Optional.empty();
    }

    private LaminException ambiguous(String text, List<TableName> tables) {
        var qualified = tables.stream()
                .map(table -> module(table) + "." + simpleName(table, module(table)))
                .collect(Collectors.joining(", "));
        return new LaminException(ErrorCode.USAGE, "several registries are called " + text + ": " + qualified);
    }

    private LaminException unknown(String text) throws SQLException {
        var registries = registries().stream().map(CatalogTable::qualifiedName).toList();
        return new LaminException(
                ErrorCode.USAGE, "there is no registry '" + text + "'" + new SimilarNames(registries).hint(text));
    }

    /** All registries: those of core first, then by module and name. */
    public List<CatalogTable> registries() throws SQLException {
        return all().stream()
                .filter(CatalogTable::isRegistry)
                .sorted(Comparator.comparing(
                                (CatalogTable table) -> !table.module().equals(CORE))
                        .thenComparing(CatalogTable::module)
                        .thenComparing(CatalogTable::name))
                .toList();
    }

    /** All tables, with their columns and references read at once. */
    List<CatalogTable> all() throws SQLException {
        var existing = all;
        if (existing == null) {
            var columns = live.columns(connection, null);
            var references =
                    live.references(connection, null).stream().collect(Collectors.groupingBy(Reference::table));
            existing = names.stream()
                    .map(name -> table(
                            name, columns.getOrDefault(name, List.of()), references.getOrDefault(name, List.of())))
                    .toList();
            existing.forEach(table -> known.put(table.table(), table));
            all = existing;
        }
        return existing;
    }

    /** One table. */
    public CatalogTable table(TableName name) throws SQLException {
        var existing = known.get(name);
        if (existing == null) {
            var columns = live.columns(connection, name).getOrDefault(name, List.of());
            existing = table(name, columns, live.references(connection, name));
            known.put(name, existing);
        }
        return existing;
    }

    private CatalogTable table(TableName name, List<CatalogColumn> columns, List<Reference> references) {
        var module = module(name);
        return new CatalogTable(module, simpleName(name, module), name, columns, references);
    }

    /** The ways from the records of a table to others, the most specific ones first. */
    public List<Relation> relations(CatalogTable table) throws SQLException {
        var tables = all().stream().collect(Collectors.toMap(CatalogTable::table, each -> each));
        return new Relations(tables).of(table);
    }

    /** The way with that name, in the singular or the plural. */
    public Optional<Relation> relation(CatalogTable table, String text) throws SQLException {
        return relations(table).stream()
                .filter(relation -> relation.isNamed(text))
                .findFirst();
    }

    /** What a path may continue with at a table. */
    public SimilarNames continuations(CatalogTable table) throws SQLException {
        return new SimilarNames(Stream.of(
                        table.columnNames().stream(),
                        table.references().stream().map(Reference::name),
                        relations(table).stream().map(Relation::name))
                .flatMap(part -> part)
                .distinct()
                .toList());
    }

    /** The module with the longest prefix; empty if there is none. */
    private String module(TableName table) {
        var found = "";
        int longest = -1;
        for (var entry : prefixes.entrySet()) {
            var prefix = entry.getValue();
            if (prefix.length() > longest && table.flat().startsWith(prefix + "_")) {
                found = entry.getKey();
                longest = prefix.length();
            }
        }
        return found;
    }

    private String simpleName(TableName table, String module) {
        var prefix = prefixes.get(module);
        return prefix == null ? table.flat() : table.flat().substring(prefix.length() + 1);
    }
}
