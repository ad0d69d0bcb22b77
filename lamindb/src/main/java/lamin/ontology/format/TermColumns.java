package lamin.ontology.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table say about terms. Known are the tables of bionty and of BioPortal, gene tables of Ensembl with
 * and of GENCODE without a header, and Ensembl's lists of species.
 */
final class TermColumns {
    private static final List<String> IDS = List.of(
            "ontology_id",
            "ensembl_gene_id",
            "stable_id",
            "gene_stable_id",
            "uniprotkb_id",
            "id",
            "curie",
            "class_id",
            "term_id",
            "taxonomy_id");
    private static final Set<String> NAMES =
            Set.of("name", "label", "preferred_label", "symbol", "gene_name", "gene_symbol", "term_name");
    private static final Set<String> DEFINITIONS =
            Set.of("definition", "definitions", "description", "gene_description");
    private static final Set<String> GENE_IDS = Set.of("ensembl_gene_id", "stable_id", "gene_stable_id");
    private static final Set<String> OBSOLETE = Set.of("obsolete", "deprecated", "is_obsolete");
    private static final String NCBI_ID = "ncbi_gene_id";
    /** Of GENCODE's tables without a header: the length is that of the merged exons. */
    private static final List<String> GENCODE = List.of("ensembl_gene_id", "symbol", "version", "length", "biotype");

    private static final Pattern GENE_ID = Pattern.compile("(ENS[A-Z]*G|FBgn|WBGene|ERCC-)\\d+");

    private final List<Column> columns;
    private final List<Integer> ids;
    private final boolean isHeaderless;
    private final boolean saysObsolete;
    private final List<String> header;

    /**
     * @param key the name in one form
     */
    private record Column(String name, String key) {
        static Column of(String name) {
            var key = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            return switch (key) {
                case "gene_type" -> new Column("biotype", "biotype");
                case "ncbi_gene_(formerly_entrezgene)_id" -> new Column(NCBI_ID, NCBI_ID);
                case "gene_synonym" -> new Column(name, "synonyms");
                default -> new Column(name, key.startsWith("#") ? key.substring(1) : key);
            };
        }
    }

    private TermColumns(List<String> header, boolean isHeaderless, List<String> idColumns) {
        this.header = List.copyOf(header);
        this.isHeaderless = isHeaderless;
        this.columns =
                (isHeaderless ? GENCODE : header).stream().map(Column::of).toList();
        this.ids = ids(idColumns);
        this.saysObsolete = columns.stream().map(Column::key).anyMatch(OBSOLETE::contains);
    }

    static TermColumns of(List<TableColumn> columns, List<String> idColumns) {
        var names = columns.stream().map(TableColumn::name).toList();
        var isHeaderless = names.size() == GENCODE.size()
                && GENE_ID.matcher(names.getFirst()).matches();
        return new TermColumns(names, isHeaderless, isHeaderless ? List.of() : idColumns);
    }

    private List<Integer> ids(List<String> wanted) {
        var found = idsAmong(wanted, true);
        var usual = found.isEmpty() ? idsAmong(IDS, false) : found;
        if (usual.isEmpty()) {
            throw new TermFailure("expected a column with ids, " + String.join(" or ", wanted.isEmpty() ? IDS : wanted)
                    + "; found the columns " + TermFailure.excerpt(String.join(", ", header)));
        }
        return usual;
    }

    private List<Integer> idsAmong(List<String> known, boolean allowsSeveral) {
        var keys = columns.stream().map(Column::key).toList();
        var found = new ArrayList<Integer>();
        for (var id : known) {
            var column = keys.indexOf(Column.of(id).key());
            if (column >= 0 && (allowsSeveral || found.isEmpty() || (isGeneId(found.getFirst()) && isGeneId(column)))) {
                found.add(column);
            }
        }
        return found;
    }

    private boolean isGeneId(int column) {
        return GENE_IDS.contains(columns.get(column).key());
    }

    boolean isHeaderless() {
        return isHeaderless;
    }

    /** The row that stands where other tables have a header. */
    Term firstRow() {
        return term(new HeaderRow(header));
    }

    Term term(TableRow row) {
        var term = new TermBuilder(TermId.OF_TABLE);
        String id = null;
        for (var column : ids) {
            id = id == null ? text(row, column) : id;
        }
        if (id == null) {
            throw new TermFailure("expected an id in "
                    + String.join(
                            " or ", ids.stream().map(i -> columns.get(i).name()).toList()) + ", found none");
        }
        term.id(isTaxonomy() && !id.contains(":") ? "NCBITaxon:" + id : id);
        for (var i = 0; i < Math.min(columns.size(), row.size()); i++) {
            if (!ids.contains(i) || columns.get(i).key().equals("name")) {
                read(term, row, i);
            }
        }
        if (!saysObsolete && term.name() != null && term.name().startsWith("obsolete ")) {
            // the rule of the OBO Foundry, and all that tables of bionty say
            term.obsolete(true);
        }
        return term.build(String.valueOf(term.id()));
    }

    private boolean isTaxonomy() {
        return columns.get(ids.getFirst()).key().equals("taxonomy_id");
    }

    private void read(TermBuilder term, TableRow row, int index) {
        var value = row.cell(index);
        if (value == null) {
            return;
        }
        var column = columns.get(index);
        switch (column.key()) {
            case "synonyms", "synonym" -> each(value, text -> term.synonym(text, Scope.EXACT));
            case "parents", "parent" -> each(value, term::isA);
            case "part_of" -> each(value, term::partOf);
            case "obsolete", "deprecated", "is_obsolete" -> term.obsolete(bool(value));
            case "replaced_by" -> each(value, term::replacedBy);
            case "consider" -> each(value, term::consider);
            default -> readText(term, column, CellText.of(value));
        }
    }

    private void readText(TermBuilder term, Column column, String text) {
        if (text.isBlank()) {
            return;
        }
        if (isTaxonomy() && column.key().equals("species")) {
            term.column("scientific_name", scientific(text));
        } else if (NAMES.contains(column.key()) && term.name() == null) {
            term.name(isTaxonomy() ? text.toLowerCase(Locale.ROOT) : text);
        } else if (DEFINITIONS.contains(column.key()) && term.definition() == null) {
            term.definition(text);
        } else if (!column.name().isBlank()) {
            term.column(column.name(), text);
        }
    }

    /** Homo sapiens for homo_sapiens. */
    private static String scientific(String species) {
        var words = species.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void each(Object value, Consumer<String> reader) {
        CellText.parts(value).forEach(reader);
    }

    private static boolean bool(Object value) {
        return switch (String.valueOf(value).strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new TermFailure("expected true or false, found " + TermFailure.excerpt(value.toString()));
        };
    }

    private static @Nullable String text(TableRow row, int column) {
        var value = column < row.size() ? row.cell(column) : null;
        var text = value == null ? "" : CellText.of(value).strip();
        return text.isEmpty() ? null : text;
    }

    /** Whether two rows are about the same gene. */
    boolean isOneGene(Term one, Term other) {
        return isGeneId(ids.getFirst()) && one.id().equals(other.id());
    }

    /** The first row with the NCBI ids and the synonyms of both. */
    static Term merged(Term one, Term other) {
        var columns = new LinkedHashMap<>(one.columns());
        var ncbi = new LinkedHashSet<String>();
        for (var term : List.of(one, other)) {
            var known = term.columns().get(NCBI_ID);
            ncbi.addAll(known == null ? List.of() : List.of(known.split("\\|", -1)));
        }
        if (!ncbi.isEmpty()) {
            columns.put(NCBI_ID, String.join("|", ncbi));
        }
        return new Term(
                one.id(),
                one.name(),
                one.definition(),
                Stream.concat(one.synonyms().stream(), other.synonyms().stream())
                        .distinct()
                        .toList(),
                one.isA(),
                one.partOf(),
                one.alternativeIds(),
                one.isObsolete(),
                one.replacedBy(),
                one.consider(),
                columns);
    }

    private record HeaderRow(List<String> cells) implements TableRow {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public @Nullable Object cell(int column) {
            var text = cells.get(column);
            return text.isEmpty() ? null : text;
        }
    }
}
