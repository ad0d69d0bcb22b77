package lamin.schema.internal.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.Notices;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.TableOwners;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;

/**
 * Compares the tables of a live database with a model state, module by module. A table belongs to the module whose
 * migrations create it, otherwise to the module whose prefix it has; tables that belong to no module are ignored, and
 * so are sequences that no migration creates, and checks by functions of the database.
 */
public final class LiveComparison {
    private final SchemaModel expected;
    private final SchemaModel found;
    private final DatabaseSystem system;

    private LiveComparison(SchemaModel expected, SchemaModel found, DatabaseSystem system) {
        this.expected = expected;
        this.system = system;
        var owners = expected.tables().stream()
                .collect(Collectors.toMap(table -> table.name().flat(), Table::module));
        var sequences = expected.sequences().stream()
                .collect(Collectors.toMap(
                        sequence -> system.logicalRules().stored(sequence).name(), Sequence::module));
        this.found = found.withTables(table ->
                        table.withModule(owners.getOrDefault(table.name().flat(), table.module())))
                .withSequences(
                        sequence -> sequences.containsKey(sequence.name()),
                        sequence -> sequence.withModule(Objects.requireNonNull(sequences.get(sequence.name()))));
    }

    /** Reads the database, which is left unchanged. */
    public static LiveComparison of(Connection connection, List<Chain> chains, SchemaModel expected, Notices notices)
            throws SQLException {
        var system = DatabaseSystem.of(connection);
        var printed = system.introspection().printed(connection, expected, notices);
        var infos = chains.stream().map(Chain::module).toList();
        var byFunctions = system.introspection().checksByFunctions(connection);
        var found = owned(connection, infos).withTables(table -> {
            var others = new HashSet<>(byFunctions.getOrDefault(table.name(), List.of()));
            printed.table(table.name())
                    .ifPresent(made -> made.checks().forEach(check -> others.remove(check.expression())));
            return table.withChecks(table.checks().stream()
                    .filter(check -> !others.contains(check.expression()))
                    .toList());
        });
        return new LiveComparison(printed, found, system);
    }

    private static SchemaModel owned(Connection connection, Collection<ModuleInfo> modules) {
        return TableOwners.of(modules).assign(Introspector.read(connection));
    }

    /** The modules that have tables in the database, as far as their names tell, but no revision in its ledger. */
    public static SortedSet<String> untracked(Connection connection, Collection<ModuleInfo> modules)
            throws SQLException {
        return withoutRevision(connection, modules, owned(connection, modules));
    }

    /** The same, including tables that their migrations would create. */
    public static SortedSet<String> untracked(Connection connection, List<Chain> chains) throws SQLException {
        var modules = chains.stream().map(Chain::module).toList();
        var target = new Planner(chains).target();
        var comparison = new LiveComparison(target, owned(connection, modules), DatabaseSystem.of(connection));
        return withoutRevision(connection, modules, comparison.found);
    }

    private static SortedSet<String> withoutRevision(
            Connection connection, Collection<ModuleInfo> modules, SchemaModel found) throws SQLException {
        var ledger = new Ledger(connection).read();
        var present = found.tables().stream().map(Table::module).collect(Collectors.toSet());
        return modules.stream()
                .map(ModuleInfo::name)
                .filter(module -> present.contains(module) && ledger.of(module).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The differences in the tables of one module.
     *
     * @param revisions the revisions that the tables are compared at
     */
    public ModuleDrift of(ModuleInfo module, Set<String> revisions) {
        var differences = LogicalForm.compare(
                LogicalForm.of(expected.ofModule(module.name()), system),
                LogicalForm.of(found.ofModule(module.name()), system));
        boolean isRepaired = revisions.isEmpty() || differences.stream().allMatch(Difference::isHarmless);
        return new ModuleDrift(
                module.name(),
                revisions,
                differences,
                isRepaired ? List.of() : new DriftRepair(expected, found, system).sql(module.owner()));
    }
}
