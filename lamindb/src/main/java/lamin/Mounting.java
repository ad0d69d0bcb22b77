package lamin;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import lamin.module.SchemaDeployment;
import lamin.ontology.source.SourceRows;
import lamin.record.UserRow;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.RemoveModule;
import lamin.schema.deploy.DeployResult;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.plan.Target;

/** Changes the mounted modules of an instance. The database records them, so that all its users agree. */
final class Mounting {
    private final Lamin lamin;
    private final SchemaDeployment deployment;
    private final Instance instance;

    Mounting(Lamin lamin, SchemaDeployment deployment, Instance instance) {
        this.lamin = lamin;
        this.deployment = deployment;
        this.instance = instance;
    }

    /**
     * Modules that are already mounted must be in sync, because deploying the new module must not deploy anything else.
     */
    DeployResult mount(String module) {
        var wanted = new TreeSet<>(instance.modules());
        var database = instance.database();
        database.read(connection -> deployment.state(connection, wanted)).requireInSync(instance.slug());
        wanted.add(module);
        wanted.remove(ModuleConvention.CORE);
        deployment.check(wanted);
        var sources = SourceRows.of(deployment, new TreeSet<>(Set.of(module)));
        var user = lamin.folder().user();
        var now = Instant.now();
        var result = deployment
                .deployer(database::connection, wanted)
                .deploy(last -> sources.write(last, UserRow.id(last, user, now), now));
        noteForPython();
        return result;
    }

    void unmount(String module) {
        refuseNeeded(module);
        instance.database().write(connection -> {
            new Ledger(connection).unmount(module);
            return module;
        });
        noteForPython();
    }

    /** The plan to remove a module with its tables. */
    ModuleDrop planDrop(String module) {
        refuseNeeded(module);
        var deployer = deployment.deployer(instance.database()::connection, instance.modules());
        return new ModuleDrop(module, deployer.backTo(Target.base(module)));
    }

    void drop(ModuleDrop drop, Set<String> allowed) {
        drop.carryOut(allowed);
        noteForPython();
    }

    private void refuseNeeded(String module) {
        if (module.equals(ModuleConvention.CORE)) {
            throw refused("core is part of every instance and cannot be unmounted");
        }
        var mounted = instance.modules();
        if (!mounted.contains(module)) {
            throw new LaminException(ErrorCode.USAGE, instance + " does not mount module " + module);
        }
        var dependents = deployment.dependents(module, mounted);
        if (!dependents.isEmpty()) {
            throw refused(
                    "module " + module + " cannot be unmounted: " + String.join(", ", dependents) + " of " + instance
                            + " cannot do without it\nnothing was changed",
                    new OfInstance(instance.slug().toString(), new RemoveModule(dependents.first())));
        }
    }

    /** Python reads the modules of an instance from its settings. */
    private void noteForPython() {
        var settings = instance.settings().withModules(instance.modules());
        lamin.folder().save(settings);
        lamin.current().follow(settings);
    }

    private static LaminException refused(String message, Remedy... remedies) {
        return new LaminException(ErrorCode.REFUSED, message, remedies);
    }
}
