package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.instance.Row;
import lamin.label.RegistryName;
import lamin.record.RecordWriter;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/** The rows of organisms, to which genes, proteins and markers of cells belong. */
record Organisms(RecordWriter writer) {
    private static final String TABLE = new RegistryName("bionty", "Organism").table();

    /** The scientific name and the id in NCBI's taxonomy, by the name that sources use. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("human", List.of("Homo sapiens", "NCBITaxon:9606")),
            Map.entry("mouse", List.of("Mus musculus", "NCBITaxon:10090")),
            Map.entry("rat", List.of("Rattus norvegicus", "NCBITaxon:10116")),
            Map.entry("zebrafish", List.of("Danio rerio", "NCBITaxon:7955")),
            Map.entry("saccharomyces cerevisiae", List.of("Saccharomyces cerevisiae", "NCBITaxon:559292")),
            Map.entry("fruit fly", List.of("Drosophila melanogaster", "NCBITaxon:7227")),
            Map.entry("chicken", List.of("Gallus gallus", "NCBITaxon:9031")),
            Map.entry("pig", List.of("Sus scrofa", "NCBITaxon:9823")),
            Map.entry("macaque", List.of("Macaca mulatta", "NCBITaxon:9544")));

    /** The id of the row of an organism, which is added if it is missing. */
    long id(String name) throws SQLException {
        var existing = find(name);
        if (existing.isPresent()) {
            return existing.get();
        }
        var known = KNOWN.get(name);
        return row(name, known).insertNumbered(writer.connection());
    }

    private Optional<Long> find(String name) throws SQLException {
        return writer.query()
                .first("select id from " + TABLE + " where name = ? order by id", row -> row.getLong(1), name);
    }

    private Row row(String name, @Nullable List<String> known) {
        var row = writer.record(TABLE).with("name", name);
        return known == null
                ? row.with("uid", Md5.base62(name, TermTable.UID_LENGTH))
                : row.with("uid", Md5.base62(known.getLast(), TermTable.UID_LENGTH))
                        .with("scientific_name", known.getFirst())
                        .with("ontology_id", known.getLast());
    }
}
