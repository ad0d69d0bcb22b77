package lamin.rehearsal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import lamin.instance.DirectDatabase;
import lamin.instance.InstanceContents;
import lamin.module.SchemaDeployment;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.DeployResult;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.settings.Environment;

/** One rehearsal: copies, takes a snapshot, deploys, takes another snapshot, and always removes the copy. */
public final class RehearsalRun {
    private final DirectDatabase original;
    private final SchemaDeployment deployment;
    private final SortedSet<String> modules;
    private final Environment environment;
    private final Notices notices;

    public RehearsalRun(
            DirectDatabase original,
            SchemaDeployment deployment,
            SortedSet<String> modules,
            Environment environment,
            Notices notices) {
        this.original = original;
        this.deployment = deployment;
        this.modules = modules;
        this.environment = environment;
        this.notices = notices;
    }

    /**
     * Empty if nothing is pending, in which case nothing is copied.
     *
     * @throws LaminException if the deploy itself would fail; the copy is removed then, too
     */
    public Optional<Rehearsal> run(Progress progress) {
        long start = System.nanoTime();
        var plan = deployer(original).plan();
        if (plan.isEmpty() && !plan.isAhead()) {
            return Optional.empty();
        }
        try (var scratch = Scratch.of(original, environment, notices)) {
            var way = scratch.fill(progress);
            var copy = new Copy(way, scratch.bytes(), since(start));
            return Optional.of(rehearse(copy, scratch.database(), start));
        }
    }

    private Rehearsal rehearse(Copy copy, DirectDatabase scratch, long start) {
        var deployer = deployer(scratch);
        var plan = deployer.plan();
        var destinations = new Destinations(plan, scratch.read(DatabaseSystem::of));
        var before = snapshot(scratch, plan, destinations::lastingKey);
        var losses = deployer.losses();
        var deployed = deploy(deployer.allowingAllDrops());
        var after = snapshot(scratch, plan, table -> destinations.lastingKeyOf(table, before.model()));
        return new Rehearsal(
                copy,
                deployed,
                losses,
                new Comparisons(before, after, destinations).tables(),
                before.danglingRows(),
                after.danglingRows(),
                since(start));
    }

    private static DeployResult deploy(Deployer deployer) {
        try {
            return deployer.deploy();
        } catch (LaminException e) {
            throw new LaminException(
                    e.code(),
                    "a deploy would fail; the instance was left as it is: " + e.getMessage(),
                    e.remedies(),
                    e.facts(),
                    e);
        }
    }

    private Deployer deployer(DirectDatabase database) {
        return deployment.deployer(database::connection, modules);
    }

    private static Snapshot snapshot(DirectDatabase scratch, MigrationPlan plan, Function<Table, List<String>> keys) {
        return scratch.read(connection -> Snapshot.read(connection, ledgers(plan), keys));
    }

    /** The tables that the deploy itself writes. */
    private static Set<TableName> ledgers(MigrationPlan plan) {
        return new HashSet<>(InstanceContents.ledgers(
                plan.statuses().stream().map(ModuleStatus::module).toList()));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
