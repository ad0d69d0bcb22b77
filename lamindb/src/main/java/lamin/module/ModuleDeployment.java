package lamin.module;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import lamin.authoring.Comparison;
import lamin.entities.ModuleEntities;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.Deployer;
import lamin.schema.deploy.LastStep;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.module.Chain;
import lamin.schema.module.ModuleCatalog;
import lamin.schema.module.ModuleInfo;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.plan.Planner;

/** Deploys the modules of a catalog. */
public final class ModuleDeployment implements SchemaDeployment {
    private final ModuleCatalog catalog;
    private final Author author;
    private final Notices notices;

    public ModuleDeployment(ModuleCatalog catalog, Author author, Notices notices) {
        this.catalog = catalog;
        this.author = author;
        this.notices = notices;
    }

    public ModuleCatalog catalog() {
        return catalog;
    }

    @Override
    public void check(SortedSet<String> modules) {
        new Planner(chains(modules)).target();
    }

    @Override
    public void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException {
        Deployer.deployFresh(connection, chains(modules), author, notices, last);
    }

    @Override
    public Deployer deployer(Connections connections, Collection<String> modules) {
        return new Deployer(connections, chains(modules), author, notices);
    }

    @Override
    public void opening(Connection connection, SortedSet<String> modules) throws SQLException {
        var ledger = new Ledger(connection).read();
        var plan = plan(ledger, modules);
        refuseUnknown(plan, ledger);
        if (!plan.isEmpty()) {
            throw new LaminException(
                    ErrorCode.NOT_IN_SYNC,
                    "the database is behind the code; pending are "
                            + plan.pending().stream().map(Object::toString).collect(Collectors.joining(", "))
                            + "\ndeploy them: lamin migrate deploy");
        }
    }

    private static void refuseUnknown(MigrationPlan plan, LedgerState ledger) {
        var problems = new ArrayList<String>();
        for (var status : plan.statuses()) {
            switch (status) {
                case ModuleStatus.InSync ignored -> {}
                case ModuleStatus.Behind ignored -> {}
                case ModuleStatus.Ahead ahead -> problems.add(ahead.describe(ledger));
                case ModuleStatus.Missing missing -> problems.add(describe(missing));
            }
        }
        if (!problems.isEmpty()) {
            throw new LaminException(ErrorCode.INCOMPATIBLE, String.join("\n", problems));
        }
    }

    /** Code and database beside each other. */
    public MigrationPlan plan(Connection connection, Collection<String> modules) throws SQLException {
        return plan(new Ledger(connection).read(), modules);
    }

    private MigrationPlan plan(LedgerState ledger, Collection<String> modules) {
        return new Planner(chains(atHand(modules))).plan(ledger);
    }

    private static String describe(ModuleStatus.Missing missing) {
        return "the database has module " + missing.module() + ", the code of which is not here"
                + "\nadd it: lamin module add WHERE";
    }

    @Override
    public List<ModuleEntities> entities(SortedSet<String> modules) {
        return catalog.withDependencies(modules).stream()
                .map(module -> Comparison.entities(module, catalog.loader()))
                .toList();
    }

    @Override
    public Set<TableName> tables(Connection connection, SortedSet<String> modules) throws SQLException {
        var ledger = new Ledger(connection).read();
        var plan = plan(ledger, modules);
        refuseUnknown(plan, ledger);
        var state = ledger.isFresh() ? new Planner(chains(modules)).target() : plan.before();
        return state.tables().stream().map(Table::name).collect(Collectors.toSet());
    }

    @Override
    public List<ModuleInfo> infos(SortedSet<String> modules) {
        return catalog.withDependencies(atHand(modules));
    }

    private List<String> atHand(Collection<String> modules) {
        return modules.stream()
                .filter(module -> catalog.find(module).isPresent())
                .toList();
    }

    private List<Chain> chains(Collection<String> modules) {
        return catalog.chains(catalog.withDependencies(modules));
    }
}
