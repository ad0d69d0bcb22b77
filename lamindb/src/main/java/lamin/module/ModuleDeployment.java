package lamin.module;

import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.entities.ModuleEntities;
import lamin.load.LoadState;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.deploy.EditedMigrations;
import lamin.schema.internal.deploy.SkippedMigrations;
import lamin.schema.internal.deploy.UpToDateCheck;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.drift.LiveComparison;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Deploys the modules of a catalog. */
public final class ModuleDeployment implements SchemaDeployment {
    /**
     * Modules that come with Lamin4j are always installed; an instance that does not mount them is not worth a notice.
     */
    private static final Set<String> DISTRIBUTED = Set.of("core", "bionty");

    private final ModuleCatalog catalog;
    private final Author author;
    private final Notices notices;
    private final boolean hasCore;

    public ModuleDeployment(ModuleCatalog catalog, Author author, Notices notices) {
        this(catalog, author, notices, true);
    }

    private ModuleDeployment(ModuleCatalog catalog, Author author, Notices notices, boolean hasCore) {
        this.catalog = catalog;
        this.author = author;
        this.notices = notices;
        this.hasCore = hasCore;
    }

    /** The same for databases that belong to no instance: of core only what the modules depend on. */
    public ModuleDeployment withoutCore() {
        return new ModuleDeployment(catalog, author, notices, false);
    }

    public ModuleCatalog catalog() {
        return catalog;
    }

    @Override
    public void check(SortedSet<String> modules) {
        refuseSharedPrefixes(modules);
        new Planner(chains(modules).all()).target();
    }

    /** Also with modules that are not mounted: one of the two never could be. */
    private void refuseSharedPrefixes(SortedSet<String> modules) {
        var known = catalog.code().stream().map(ModuleCode::header).toList();
        var shared = known.stream()
                .filter(module -> modules.contains(module.name()))
                .flatMap(module -> ModuleConvention.sharedPrefix(module, known).stream())
                .toList();
        if (!shared.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", shared), new Advice("choose another prefix"));
        }
    }

    @Override
    public void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException {
        Deployer.deployFresh(connection, chains(modules), author, notices, last);
    }

    @Override
    public Deployer deployer(Connections connections, Collection<String> modules) {
        var chains = chains(atHand(modules));
        try (var connection = connections.open()) {
            requireMatching(connection, chains);
        } catch (SQLException e) {
            throw new LaminException(ErrorCode.FAILURE, "the ledger cannot be read: " + e.getMessage(), e);
        }
        return new Deployer(connections, chains, author, notices);
    }

    @Override
    public SortedSet<String> dependents(String module, SortedSet<String> mounted) {
        var revisions = revisions(module).map(RevisionInfo::id).collect(Collectors.toSet());
        return mounted.stream()
                .filter(other -> !other.equals(module))
                .filter(other -> revisions(other)
                        .anyMatch(revision -> revision.dependsOn().stream().anyMatch(revisions::contains)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<RevisionInfo> revisions(String module) {
        return catalog.find(module).stream().flatMap(info -> info.revisions().stream());
    }

    @Override
    public LoadState state(Connection connection, SortedSet<String> modules) throws SQLException {
        return state(connection, chains(atHand(modules)));
    }

    @Override
    public Drift drift(Connection connection, SortedSet<String> modules) throws SQLException {
        var chains = chains(atHand(modules));
        requireMatching(connection, chains);
        return Drift.read(connection, chains.all(), notices);
    }

    @Override
    public SortedSet<String> untracked(Connection connection) throws SQLException {
        return LiveComparison.untracked(connection, catalog.all());
    }

    private static void requireMatching(Connection connection, Chains chains) throws SQLException {
        requireMatching(connection, chains, new Ledger(connection).read());
    }

    private static void requireMatching(Connection connection, Chains chains, LedgerState ledger) throws SQLException {
        if (new UpToDateCheck(chains).isMet(connection, ledger)) {
            LoadState.of(Planner.inSync(chains.headers(), ledger), List.of()).requireMatching();
        } else {
            LoadState.of(new Planner(chains.all()).statuses(ledger), List.of()).requireMatching();
        }
    }

    private LoadState state(Connection connection, Chains chains) throws SQLException {
        var ledger = new Ledger(connection).read();
        var surplus = surplus(ledger, chains);
        if (new UpToDateCheck(chains).isMet(connection, ledger)) {
            return LoadState.of(Planner.inSync(chains.headers(), ledger), surplus);
        }
        var planner = new Planner(chains.all());
        var matching = LoadState.of(planner.statuses(ledger), surplus);
        return matching.isMismatched()
                ? matching
                : new LoadState(
                        matching.statuses(),
                        planner.plan(ledger).pending(),
                        surplus,
                        new SkippedMigrations(connection, ledger).of(chains.all()),
                        EditedMigrations.of(connection, chains.all(), ledger));
    }

    private List<ModuleHeader> surplus(LedgerState ledger, Chains chains) {
        var used = new HashSet<>(ledger.modules());
        used.addAll(DISTRIBUTED);
        chains.headers().forEach(module -> used.add(module.name()));
        return catalog.code().stream()
                .map(ModuleCode::header)
                .filter(module -> !used.contains(module.name()))
                .toList();
    }

    @Override
    public Optional<ModuleInfo> owner(Class<?> entity) {
        return catalog.all().stream()
                .filter(module -> module.entities().contains(entity.getName()))
                .findFirst();
    }

    @Override
    public List<ModuleEntities> entities(SortedSet<String> modules) {
        return catalog.withDependencies(catalog.usable(modules)).stream()
                .map(module -> ModuleEntities.load(module, catalog.loader()))
                .toList();
    }

    @Override
    public Set<TableName> tables(Connection connection, SortedSet<String> modules) throws SQLException {
        var missing = modules.stream().filter(module -> !catalog.has(module)).collect(Collectors.toSet());
        var ledger = new Ledger(connection).read().without(missing);
        var chains = chains(atHand(modules));
        requireMatching(connection, chains, ledger);
        var planner = new Planner(chains.all());
        var model = ledger.isFresh() ? planner.target() : planner.plan(ledger).before();
        var tables = model.tables().stream().map(Table::name).collect(Collectors.toSet());
        tables.addAll(TablesByName.of(missing, connection));
        return tables;
    }

    @Override
    public List<ModuleInfo> infos(SortedSet<String> modules) {
        return catalog.withDependencies(atHand(modules));
    }

    @Override
    public List<URL> resources(SortedSet<String> modules, String name) {
        return catalog.code().stream()
                .map(ModuleCode::header)
                .filter(module -> modules.contains(module.name()))
                .map(module -> catalog.loader().getResource(module.rootPackage().replace('.', '/') + "/" + name))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public SortedMap<String, String> tablePrefixes(SortedSet<String> modules) {
        var prefixes = new TreeMap<String, String>();
        modules.forEach(module -> prefixes.put(module, module));
        catalog.code().stream()
                .map(ModuleCode::header)
                .filter(module ->
                        modules.contains(module.name()) || module.name().equals(ModuleConvention.CORE))
                .forEach(module -> prefixes.put(module.name(), module.tablePrefix()));
        return prefixes;
    }

    private List<String> atHand(Collection<String> modules) {
        return modules.stream().filter(catalog::has).toList();
    }

    private Chains chains(Collection<String> modules) {
        return hasCore ? catalog.chainsWithCore(modules) : catalog.chainsOf(modules);
    }
}
