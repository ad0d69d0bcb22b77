package lamin.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lamin.authoring.Problem.Kind;
import lamin.schema.LaminException;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.lint.Allowances;
import lamin.schema.internal.lint.Linter;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.KeyNames;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/** Finds all problems of a module that can be found without a database. */
public final class ModuleCheck {
    private final ModuleInfo module;
    private final Collection<ModuleInfo> candidates;
    private final ClassLoader loader;
    private final EntityReader reader;
    private final List<Problem> problems = new ArrayList<>();

    private ModuleCheck(ModuleInfo module, Collection<ModuleInfo> candidates, ClassLoader loader, EntityReader reader) {
        this.module = module;
        this.candidates = candidates;
        this.loader = loader;
        this.reader = reader;
    }

    /**
     * The problems; empty for a sound module. If the module violates the convention, nothing else is checked, because
     * further findings would be noise.
     *
     * @param candidates modules that the entities may reference
     * @param loader loads the scripts of all of them
     */
    public static List<Problem> of(
            ModuleInfo module, Collection<ModuleInfo> candidates, ClassLoader loader, EntityReader reader) {
        return new ModuleCheck(module, candidates, loader, reader).run();
    }

    private List<Problem> run() {
        convention();
        if (problems.isEmpty()) {
            head();
            try {
                released(Chain.load(module, loader));
                allowances();
                compare(Comparison.read(module, candidates, loader, reader));
            } catch (LaminException e) {
                problems.add(Problem.of(Kind.READING, packageInfo(), String.valueOf(e.getMessage()), e.remedies()));
            }
        }
        return List.copyOf(problems);
    }

    private void convention() {
        var known = candidates.stream().map(ModuleInfo::header).toList();
        ModuleConvention.sharedPrefix(module.header(), known)
                .ifPresent(problem -> add(Kind.CONVENTION, problem + "\nchoose another prefix"));
        ModuleConvention.violationsOfClasses(module).forEach(problem -> add(Kind.CONVENTION, problem));
        if (Chain.heads(module).size() > 1) {
            problems.add(Problem.of(Kind.HEADS, packageInfo(), Chain.severalHeads(module), List.of(new MergeHeads())));
        }
    }

    private void head() {
        ModuleConvention.wrongHead(module).ifPresent(problem -> add(Kind.HEAD, problem));
    }

    private void released(Chain chain) {
        chain.scripts().stream()
                .filter(script -> script.info().isReleased())
                .filter(script -> !script.info().checksum().equals(script.checksum()))
                .forEach(script -> add(Kind.RELEASED, script, released(script)));
    }

    /** What is missing then would undo the edit. */
    private boolean isAnyReleasedEdited() {
        return problems.stream().anyMatch(problem -> problem.kind() == Kind.RELEASED);
    }

    private static String released(Script script) {
        var checksum = "checksum = \"" + script.checksum() + "\"";
        return script.info().checksum().isEmpty()
                ? script.fileName() + " was released and does not say what it was then" + "\nwrite: @Revision(..., "
                        + checksum + ")"
                : script.fileName() + " was released with " + script.info().release() + " and edited since"
                        + "\nrestore it, and put the change into a new migration";
    }

    private void compare(Comparison comparison) {
        var foreign = comparison.entities().ofModule(module.name()).tables().stream()
                .flatMap(this::foreignName)
                .toList();
        foreign.forEach(problem -> add(Kind.TABLES, problem));
        sharedNames(comparison).forEach(problem -> add(Kind.TABLES, problem + "\ngive one of them another name"));
        if (foreign.isEmpty()) {
            scripts(comparison);
            if (!isAnyReleasedEdited()) {
                missing(comparison);
            }
        }
    }

    /** Names of keys and indexes that tables of other modules have, also of those that this one does not point to. */
    private List<String> sharedNames(Comparison comparison) {
        var tables = new ArrayList<>(comparison.entities().tables());
        var known = comparison.entities().byName();
        candidates.stream()
                .filter(other -> !other.name().equals(module.name()))
                .flatMap(other -> tables(other).stream())
                .filter(table -> !known.containsKey(table.name()))
                .forEach(tables::add);
        return KeyNames.shared(tables);
    }

    /** None of a module that is not sound itself. */
    private Collection<Table> tables(ModuleInfo other) {
        try {
            var needed = ModuleReferences.of(other, candidates, loader);
            needed.add(other);
            var chains = needed.stream().map(one -> Chain.load(one, loader)).toList();
            return new Planner(chains).target().ofModule(other.name()).tables();
        } catch (LaminException unsound) {
            return List.of();
        }
    }

    private Stream<String> foreignName(Table table) {
        var name = table.name().flat();
        if (!module.tablePrefix().isEmpty() && name.startsWith(module.tablePrefix() + "_")) {
            return Stream.of();
        }
        var example = (module.tablePrefix().isEmpty() ? module.name() : module.tablePrefix()) + "_"
                + table.entity().toLowerCase(Locale.ROOT);
        var advice = "\ncall it " + example + ", or leave @Table(name = ...) out";
        return Stream.concat(
                        Stream.of(name)
                                .filter(ModuleConvention::isReserved)
                                .map(reserved -> "begins with a prefix that is reserved"),
                        candidates.stream()
                                .filter(other -> !other.name().equals(module.name()))
                                .filter(other -> !other.tablePrefix().isEmpty())
                                .filter(other -> name.startsWith(other.tablePrefix() + "_"))
                                .map(other -> "belongs to module " + other.name() + " by its prefix"))
                .limit(1)
                .map(why -> "the table " + name + " of entity " + table.entity() + " " + why + advice);
    }

    /** Checks the scripts that may still change, replaying all of them. */
    private void scripts(Comparison comparison) {
        var replay = new Replay(SchemaModel.EMPTY);
        for (var script : new Planner(comparison.chains()).order()) {
            if (script.owner().module().equals(module.name()) && !script.info().isReleased()) {
                open(script, replay.state());
            }
            script.upgrade().forEach(operation -> replay.apply(script.owner(), operation));
        }
    }

    private void allowances() {
        for (var info : module.revisions()) {
            new Allowances(info)
                    .problems()
                    .forEach(problem -> problems.add(Problem.of(Kind.LINT, info.className(), problem)));
        }
    }

    private void open(Script script, SchemaModel before) {
        for (var finding : Linter.of(before, script)) {
            var kind = finding.rule().isError() ? Kind.LINT : Kind.ADVICE;
            add(kind, script, String.join("\n", finding.lines()));
        }
        UnfilledColumns.of(before, script).forEach(problem -> add(Kind.FILLS, script, problem));
        var missing = new DowngradeCheck(before, script).block();
        if (!missing.isEmpty()) {
            problems.add(new Problem(Kind.DOWNGRADE, script.info().className(), missing, List.of()));
        }
    }

    private void missing(Comparison comparison) {
        var missing = new MissingOperations(comparison);
        if (!missing.isEmpty()) {
            problems.add(missing.problem());
        }
    }

    private void add(Kind kind, String text) {
        problems.add(Problem.of(kind, packageInfo(), text));
    }

    private void add(Kind kind, Script script, String text) {
        problems.add(Problem.of(kind, script.info().className(), text));
    }

    private String packageInfo() {
        return module.rootPackage() + ".package-info";
    }
}
