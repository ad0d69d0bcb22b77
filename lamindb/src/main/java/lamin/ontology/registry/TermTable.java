package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.instance.Query;
import lamin.label.ParentTable;
import lamin.label.RegistryName;
import lamin.ontology.Term;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/**
 * The table of a registry of terms. What a column is for follows from its name, as in all modules that follow bionty.
 *
 * @param columns their longest texts by name; 0 if there is no limit
 * @param parents absent where terms have none, such as genes
 */
record TermTable(RegistryName registry, Map<String, Integer> columns, Optional<ParentTable> parents) {
    static final int UID_LENGTH = 14;

    /** The columns that may hold the id of a term; a table of genes has two of them. */
    private static final List<String> IDS = List.of("ontology_id", "ensembl_gene_id", "stable_id", "uniprotkb_id");

    /** Columns that sources of some registries fill. */
    static final List<String> FURTHER =
            List.of("scientific_name", "ncbi_gene_ids", "biotype", "gene_symbol", "ensembl_gene_ids", "ncbi_gene_id");

    /** The ids that Ensembl gives; genes of other annotations have an id that is called stable. */
    private static final String ENSEMBL = "ENS";

    TermTable {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads what the database has.
     *
     * @throws LaminException with {@code USAGE} if its records are not terms
     */
    static TermTable of(Query query, RegistryName registry) throws SQLException {
        var columns = columns(query, registry);
        if (!columns.containsKey("uid")
                || !columns.containsKey("source_id")
                || name(columns).isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    registry + " does not hold terms: its table needs the columns uid, name or symbol, and source_id");
        }
        return new TermTable(registry, columns, ParentTable.find(query, registry));
    }

    private static Map<String, Integer> columns(Query query, RegistryName registry) throws SQLException {
        var found = new LinkedHashMap<String, Integer>();
        var connection = query.connection();
        try (var rows = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), registry.table(), "%")) {
            while (rows.next()) {
                var type = rows.getInt("DATA_TYPE");
                boolean isLimited = type == java.sql.Types.VARCHAR && rows.getInt("COLUMN_SIZE") < 10_000;
                found.put(rows.getString("COLUMN_NAME"), isLimited ? rows.getInt("COLUMN_SIZE") : 0);
            }
        }
        if (found.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "this instance has no registry " + registry + ": there is no table " + registry.table());
        }
        return found;
    }

    private static Optional<String> name(Map<String, Integer> columns) {
        return List.of("name", "symbol").stream().filter(columns::containsKey).findFirst();
    }

    String table() {
        return registry.table();
    }

    /** The column that holds the names. */
    String nameColumn() {
        return name(columns).orElseThrow();
    }

    boolean hasOrganism() {
        return columns.containsKey("organism_id");
    }

    /** The columns that hold ids. */
    List<String> idColumns() {
        return IDS.stream().filter(columns::containsKey).toList();
    }

    /** The column for an id; empty if the registry has none. */
    Optional<String> idColumn(String id) {
        return columns.containsKey("stable_id") && !id.startsWith(ENSEMBL)
                ? Optional.of("stable_id")
                : idColumns().stream().findFirst();
    }

    /** The column of the table for one of a source, which may be called so in the singular. */
    Optional<String> column(String ofSource) {
        return List.of(ofSource, ofSource + "s").stream()
                .filter(columns::containsKey)
                .findFirst();
    }

    /**
     * The uid, which is the same in every instance: of the id, otherwise of the name and the name of the organism.
     *
     * @param organism null if the registry has none
     */
    String uid(Term term, @Nullable String organism) {
        return Md5.base62(
                idColumn(term.id()).isPresent() ? term.id() : term.name() + (organism == null ? "" : organism),
                UID_LENGTH);
    }

    boolean isTooLong(String column, String text) {
        int most = columns.getOrDefault(column, 0);
        return most > 0 && text.codePointCount(0, text.length()) > most;
    }
}
