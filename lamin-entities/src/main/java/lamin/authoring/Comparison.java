package lamin.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;

/**
 * Compares a module's entities with its migration scripts.
 *
 * @param chain the scripts of the module
 * @param others the scripts of the modules that it may reference
 * @param scripts the model state that all scripts describe
 * @param entities the same state with the module's tables as its entities describe them
 */
public record Comparison(
        Chain chain, List<Chain> others, SchemaModel scripts, SchemaModel entities, EntityModel model) {
    public Comparison {
        others = List.copyOf(others);
    }

    /**
     * Reads entities and scripts.
     *
     * @param candidates modules that the entities may reference; those that they do not mention are ignored
     * @param loader loads the scripts of all of them
     */
    public static Comparison read(
            ModuleInfo module, Collection<ModuleInfo> candidates, ClassLoader loader, EntityReader reader) {
        var others = ModuleReferences.of(module, candidates, loader);
        var chain = Chain.load(module, loader);
        var otherChains =
                others.stream().map(other -> Chain.load(other, loader)).toList();
        var all = new ArrayList<>(otherChains);
        all.add(chain);
        var scripts = new Planner(all).target();
        var infos = new ArrayList<>(others);
        infos.add(module);
        var model = reader.read(infos);
        var entities = scripts.with(model.schema().ofModule(module.name()), module.name());
        return new Comparison(chain, otherChains, scripts, entities, model);
    }

    public ModuleInfo module() {
        return chain.module();
    }

    /** Present if another Hibernate than the one that has read the entities wrote the last script. */
    public Optional<HibernateChange> hibernateChange() {
        return HibernateChange.of(this);
    }

    /** The chains of all modules. */
    List<Chain> chains() {
        return Stream.concat(others.stream(), Stream.of(chain)).toList();
    }

    /** The operations missing from the scripts. */
    public Detection detect(Decisions decisions) {
        var owners = new HashMap<String, Owner>();
        owners.put(module().name(), module().owner());
        others.forEach(other -> owners.put(other.module().name(), other.module().owner()));
        return Detector.detect(scripts, entities, owners, model.hints(), decisions);
    }

    /** The downgrade of operations that follow the scripts. */
    public List<Operation> reverse(List<Operation> operations) {
        return Reversal.of(scripts, module().owner(), operations);
    }

    /** The heads of the modules that the foreign keys of the operations and of their downgrade reference. */
    public SortedSet<String> dependsOn(Detection detection) {
        var modules = new TreeSet<>(detection.dependencies().getOrDefault(module().name(), Set.of()));
        reverse(detection.of(module().name())).stream()
                .flatMap(Effect::foreignKeys)
                .flatMap(key -> scripts.table(key.target()).stream())
                .forEach(target -> modules.add(target.module()));
        var heads = new TreeSet<String>();
        others.stream()
                .filter(other -> modules.contains(other.module().name()))
                .map(Chain::head)
                .filter(head -> !head.isEmpty())
                .forEach(heads::add);
        return heads;
    }
}
