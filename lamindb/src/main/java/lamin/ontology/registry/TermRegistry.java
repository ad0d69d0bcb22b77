package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.graph.TermGraph;
import lamin.instance.Query;
import lamin.label.RegistryName;
import lamin.library.OptionalLibrary;
import lamin.ontology.registry.Inspection.Inspected;
import lamin.ontology.registry.Inspection.Kind;
import lamin.ontology.source.SourceTerms;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.search.SimilarNames;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a registry. Names and the hierarchy are read when they are first needed and kept; what other programs add
 * later is seen by a new one. Not for use by several threads at once.
 */
public final class TermRegistry {
    private final RecordStore store;
    private final RegistryName registry;
    private final String programs;
    private @Nullable TermNames names;
    private @Nullable Hierarchy hierarchy;

    /**
     * A registry of an instance.
     *
     * @param programs the folders to search for programs, in the format of {@code PATH}
     */
    public TermRegistry(RecordStore store, RegistryName registry, String programs) {
        this.store = store;
        this.registry = registry;
        this.programs = programs;
    }

    private interface Reading<T> {
        T of(Query query, TermTable table) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        return store.read(connection -> {
            var query = new Query(connection);
            return reading.of(query, TermTable.of(query, registry));
        });
    }

    private TermNames names() {
        var known = names;
        if (known == null) {
            known = read(TermNames::read);
            names = known;
        }
        return known;
    }

    private Hierarchy hierarchy() {
        var known = hierarchy;
        if (known == null) {
            known = read((query, table) -> Hierarchy.read(
                    query,
                    table.parents()
                            .orElseThrow(() ->
                                    new LaminException(ErrorCode.USAGE, "terms of " + registry + " have no parents"))));
            hierarchy = known;
        }
        return known;
    }

    private void forget() {
        names = null;
        hierarchy = null;
    }

    /** Adds all terms of a source that are new, and the links to their parents. Known terms stay as they are. */
    public ImportResult importAll(SourceTerms source, ImportOptions options) {
        return importTerms(source, options, null);
    }

    private ImportResult importTerms(SourceTerms source, ImportOptions options, @Nullable Set<String> wanted) {
        requireOwn(source);
        var result = store.write(writer -> {
            var table = TermTable.of(writer.query(), registry);
            try (var terms = source.open()) {
                return new TermImport(writer, table, source.source(), options, wanted).run(terms);
            }
        });
        forget();
        return result;
    }

    /** What a newer version of the source of its terms would change; nothing is changed. */
    public UpdateReport compare(SourceTerms source) {
        return read((query, table) -> new TermUpdate(query, table, source).report());
    }

    /**
     * Brings the terms up to a newer version of their source, in one transaction. Renamed terms get the new name, and retired ones
     * keep theirs: their description then says so, and which terms stand for them.
     *
     * @return the changes that it made
     */
    public UpdateReport update(SourceTerms source, ImportOptions options) {
        requireOwn(source);
        var report = store.write(writer -> {
            var table = TermTable.of(writer.query(), registry);
            var update = new TermUpdate(writer.query(), table, source);
            var changes = update.report();
            update.apply(writer, changes);
            try (var terms = source.open()) {
                new TermImport(writer, table, source.source(), options, null).run(terms);
            }
            return changes;
        });
        forget();
        return report;
    }

    private void requireOwn(SourceTerms source) {
        if (!source.source().entity().equals(registry.toString())) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    source.source() + " is a source of " + source.source().entity() + ", not of " + registry);
        }
    }

    /**
     * The term with that name, id or synonym: the registry's, otherwise the source's, which is added with all terms above it.
     *
     * @throws LaminException with {@code USAGE} if neither has it
     */
    public StoredTerm fromSource(String text, SourceTerms source) {
        var found = fromValues(List.of(text), source);
        return found.terms().stream()
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "neither " + registry + " nor " + source.source() + " has a term " + text
                                + SimilarNames.question(names().similar(text))));
    }

    /** The same for many values; those that neither has are reported. */
    public FromValues fromValues(Collection<String> values, SourceTerms source) {
        var distinct = distinct(values);
        var missing = distinct.stream().filter(value -> find(value).isEmpty()).toList();
        var inSource = missing.isEmpty() ? Map.<String, String>of() : new SourceLookup(source).ids(missing);
        if (!inSource.isEmpty()) {
            importTerms(source, ImportOptions.USUAL, new SourceLookup(source).withAncestors(inSource.values()));
        }
        var terms = new LinkedHashSet<StoredTerm>();
        var added = new LinkedHashSet<StoredTerm>();
        var unknown = new ArrayList<String>();
        for (var value : distinct) {
            var id = inSource.get(value);
            var term = id == null ? find(value) : names().withTermId(id);
            if (term.isEmpty()) {
                unknown.add(value);
            } else {
                terms.add(term.get());
                if (id != null) {
                    added.add(term.get());
                }
            }
        }
        return new FromValues(List.copyOf(terms), List.copyOf(added), unknown);
    }

    private static List<String> distinct(Collection<String> values) {
        return values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    /** The term with that name, id in the ontology, name in another case, or synonym. */
    public Optional<StoredTerm> find(String text) {
        return names().find(text);
    }

    /** The same; fails with similar names if there is none. */
    public StoredTerm get(String text) {
        return find(text)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "there is no term " + text + " in " + registry + SimilarNames.question(names().similar(text))));
    }

    /** Whether each value is the name of a term, letter for letter. */
    public List<Boolean> validate(List<String> values) {
        return values.stream().map(value -> names().named(value).isPresent()).toList();
    }

    /**
     * What the registry knows of each value.
     *
     * @param source where values are looked for that the registry does not have; null for nowhere
     */
    public Inspection inspect(Collection<String> values, @Nullable SourceTerms source) {
        var inspected = new LinkedHashMap<String, Inspected>();
        for (var value : distinct(values)) {
            inspected.put(value, inspect(value));
        }
        var unknown = inspected.values().stream()
                .filter(value -> value.kind() == Kind.UNKNOWN)
                .map(Inspected::value)
                .toList();
        if (source != null && !unknown.isEmpty()) {
            new SourceLookup(source)
                    .names(unknown)
                    .forEach((value, name) ->
                            inspected.put(value, new Inspected(value, Kind.IN_SOURCE, name, List.of())));
        }
        return new Inspection(List.copyOf(inspected.values()));
    }

    private Inspected inspect(String value) {
        var names = names();
        if (names.named(value).isPresent()) {
            return new Inspected(value, Kind.VALIDATED, value, List.of());
        }
        var otherCase = names.namedInAnyCase(value);
        if (otherCase.isPresent()) {
            return new Inspected(value, Kind.OTHER_CASE, otherCase.get().name(), List.of());
        }
        return names.withSynonym(value)
                .map(term -> new Inspected(value, Kind.SYNONYM, term.name(), List.of()))
                .orElseGet(() -> new Inspected(value, Kind.UNKNOWN, null, names.similar(value)));
    }

    /** The values with names in place of synonyms and of names in other letter case; unknown ones as they are. */
    public List<String> standardize(List<String> values) {
        var names = names();
        return values.stream()
                .map(value -> names.standard(value).map(StoredTerm::name).orElse(value))
                .toList();
    }

    public List<StoredTerm> parents(StoredTerm term) {
        return terms(hierarchy().parents(term.id()));
    }

    public List<StoredTerm> children(StoredTerm term) {
        return terms(hierarchy().children(term.id()));
    }

    /** All terms above it, the nearest ones first. */
    public List<StoredTerm> ancestors(StoredTerm term) {
        return terms(hierarchy().ancestors(term.id()));
    }

    /** All terms below it, the nearest ones first. */
    public List<StoredTerm> descendants(StoredTerm term) {
        return terms(hierarchy().descendants(term.id()));
    }

    /** Whether a term is another one or below it, at any depth. */
    public boolean isA(StoredTerm term, StoredTerm other) {
        return term.id() == other.id() || hierarchy().ancestors(term.id()).contains(other.id());
    }

    /**
     * The terms around one, for drawing and export: all above and below it. Needs the library {@code lamin-graph}.
     *
     * @throws LaminException if it is not on the class path
     */
    public TermGraph viewParents(StoredTerm term) {
        OptionalLibrary.LAMIN_GRAPH.require();
        return new TermDrawing(names(), hierarchy()).around(term).withGraphvizOn(programs);
    }

    private List<StoredTerm> terms(List<Long> rows) {
        var names = names();
        return rows.stream().map(names::row).toList();
    }
}
