package lamin.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Finds link tables by their names: {@code artifactulabel} links an artifact with a label, {@code ulabel_parents} a label
 * with its parents.
 */
public final class Relations {
    /** References that almost every record has and that say nothing about what it is. */
    private static final Set<String> BOOKKEEPING = Set.of("created_by_id", "branch_id", "created_on_id", "space_id");

    private final Map<TableName, CatalogTable> tables;

    /** @param tables all tables, by name */
    public Relations(Map<TableName, CatalogTable> tables) {
        this.tables = Map.copyOf(tables);
    }

    /** The order says which one a name that several have stands for. */
    private enum Kind {
        LINK,
        PROPERTY,
        REFERENCE
    }

    private record Candidate(Kind kind, Relation relation) {}

    /** The ways from the records of a table, the most specific ones first. */
    public List<Relation> of(CatalogTable start) {
        return tables.values().stream()
                .flatMap(table -> table.references().stream()
                        .filter(reference -> reference.target().equals(start.table()))
                        .flatMap(reference -> from(start, table, reference)))
                .sorted(Comparator.comparing(Candidate::kind)
                        .thenComparing(candidate -> candidate.relation().name())
                        .thenComparing(candidate -> candidate.relation().link())
                        .thenComparing(candidate -> candidate.relation().from()))
                .map(Candidate::relation)
                .toList();
    }

    private Stream<Candidate> from(CatalogTable start, CatalogTable table, Reference from) {
        var links = table.references().stream()
                .filter(to -> !to.column().equals(from.column()))
                .flatMap(to -> link(table, from, to).stream())
                .toList();
        return isLinkTable(table)
                ? links.stream()
                : Stream.of(back(start, table, from)).filter(this::isTelling);
    }

    private boolean isTelling(Candidate candidate) {
        return !BOOKKEEPING.contains(candidate.relation().from());
    }

    /** Whether any two of its references make it a link table. */
    private boolean isLinkTable(CatalogTable table) {
        return !table.has("uid")
                && table.references().stream()
                        .anyMatch(from -> table.references().stream()
                                .anyMatch(to -> !to.column().equals(from.column())
                                        && link(table, from, to).isPresent()));
    }

    private Optional<Candidate> link(CatalogTable table, Reference from, Reference to) {
        var start = name(from.target());
        var end = name(to.target());
        if (table.has("uid") || start == null || end == null) {
            return Optional.empty();
        }
        return Stream.of(
                        property(table, start, from).map(name -> candidate(Kind.PROPERTY, name, table, from, to)),
                        property(table, end, to)
                                .map(name -> candidate(Kind.PROPERTY, reverse(name, start, end), table, from, to)),
                        composed(table, start, end, to).map(name -> candidate(Kind.LINK, name, table, from, to)),
                        composed(table, end, start, from)
                                .map(name -> candidate(Kind.LINK, composedName(start, end, to), table, from, to)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Candidate candidate(Kind kind, String name, CatalogTable table, Reference from, Reference to) {
        return new Candidate(kind, new Relation(name, table.table(), from.column(), to.column(), to.target()));
    }

    private @Nullable String name(TableName table) {
        var found = tables.get(table);
        return found == null ? null : found.name();
    }

    /** {@code parents}, if the table is the many-to-many property {@code ulabel_parents} of its owner. */
    private static Optional<String> property(CatalogTable table, String owner, Reference ofOwner) {
        // the column is named after the entity, and the table of an unknown module has a prefix
        var isOwner = Stream.of(owner, "from_" + owner).anyMatch(name -> isNamed(ofOwner, name));
        return isOwner && table.name().startsWith(owner + "_")
                ? Optional.of(table.name().substring(owner.length() + 1).replaceFirst("^_+", ""))
                : Optional.empty();
    }

    private static boolean isNamed(Reference reference, String name) {
        return name.equals(reference.name()) || name.endsWith("_" + reference.name());
    }

    /** The name of a property as seen from its values: {@code pathways} for {@code genes} of a pathway. */
    private static String reverse(String property, String start, String owner) {
        if (Plural.matches(property, start)) {
            return Plural.of(owner);
        }
        if (property.equals("parents")) {
            return "children";
        }
        if (property.equals("predecessors")) {
            return "successors";
        }
        return property.endsWith("_of_" + Plural.of(start))
                ? property.substring(0, property.length() - 4 - Plural.of(start).length()) + "_" + Plural.of(owner)
                : property + "_of_" + Plural.of(owner);
    }

    /** {@code ulabels}, if the table is {@code artifactulabel}; {@code components} for {@code schemacomponent}. */
    private static Optional<String> composed(CatalogTable table, String start, String end, Reference to) {
        var name = Plural.plain(table.name());
        var isTarget = name.equals(Plural.plain(start + end));
        var isColumn = name.equals(Plural.plain(start + to.name()));
        return isTarget || isColumn ? Optional.of(composedName(start, end, to)) : Optional.empty();
    }

    /** Of two directions between records of one registry, the one to {@code value_id} has the plain name. */
    private static String composedName(String start, String end, Reference to) {
        if (to.name().equals("value")) {
            return Plural.of(end);
        }
        return start.equals(end) && to.name().equals(end) ? "annotated_" + Plural.of(end) : Plural.of(to.name());
    }

    private static Candidate back(CatalogTable start, CatalogTable table, Reference from) {
        var many = Plural.of(table.name());
        var name = from.name().equals(start.name())
                ? (start.name().equals("run") ? "output_" : "") + many
                : from.name() + "_of_" + many;
        return new Candidate(Kind.REFERENCE, new Relation(name, table.table(), from.column(), "id", table.table()));
    }
}
