package lamin.schema.internal.alembic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.SchemaModel;

/**
 * The migrations of schema modules as Alembic environments, one folder per module. Equal chains give equal bytes.
 *
 * @param modules in the order in which they are upgraded
 * @param files file contents, by path relative to the export folder
 */
public record AlembicExport(List<String> modules, SortedMap<String, String> files) {
    private static final List<String> FOR_EACH_MODULE =
            List.of("alembic.ini", "env.py", "lamin_steps.py", "script.py.mako");

    public AlembicExport {
        modules = List.copyOf(modules);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The export of chains that contain every revision they depend on. */
    public static AlembicExport of(List<Chain> chains) {
        var order = new Planner(chains).order();
        var modules = modules(chains, order);
        var files = new TreeMap<String, String>();
        files.put("README.md", readme(modules));
        for (var module : modules) {
            for (var name : FOR_EACH_MODULE) {
                files.put(module + "/" + name, template(name).replace("@MODULE@", module));
            }
        }
        revisions(order)
                .forEach(file -> files.put(file.script().owner().module() + "/versions/" + file.name(), file.text()));
        return new AlembicExport(modules, files);
    }

    /**
     * A module is upgraded as a whole, after those that its migrations depend on, even if these have later migrations.
     * Two that depend on each other come in the order of their last migrations.
     */
    private static List<String> modules(List<Chain> chains, List<Script> order) {
        var needs = needs(order);
        var waiting = byLastMigration(chains, order);
        var modules = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(module ->
                            needs.getOrDefault(module, Set.of()).stream().noneMatch(waiting::contains))
                    .findFirst()
                    .orElseGet(waiting::getFirst);
            waiting.remove(next);
            modules.add(next);
        }
        return modules;
    }

    /** The other modules that the migrations of each one depend on. */
    private static Map<String, Set<String>> needs(List<Script> order) {
        var owners = owners(order);
        var needs = new HashMap<String, Set<String>>();
        for (var script : order) {
            var module = script.owner().module();
            script.info().dependsOn().stream()
                    .flatMap(revision -> Optional.ofNullable(owners.get(revision)).stream())
                    .filter(other -> !other.equals(module))
                    .forEach(other -> needs.computeIfAbsent(module, key -> new HashSet<>())
                            .add(other));
        }
        return needs;
    }

    private static List<String> byLastMigration(List<Chain> chains, List<Script> order) {
        var modules = new LinkedHashSet<String>();
        for (var script : order.reversed()) {
            modules.add(script.owner().module());
        }
        chains.forEach(chain -> modules.add(chain.module().name()));
        return new ArrayList<>(List.copyOf(modules).reversed());
    }

    private static Map<String, String> owners(List<Script> order) {
        return order.stream()
                .collect(Collectors.toMap(
                        Script::revision, script -> script.owner().module()));
    }

    private static String readme(List<String> modules) {
        return template("README.md")
                .replace("@UPGRADES@", commands(modules, "upgrade head"))
                .replace("@DOWNGRADES@", commands(modules.reversed(), "downgrade base"));
    }

    private static String commands(List<String> modules, String command) {
        return modules.stream()
                .map(module -> "alembic -c " + module + "/alembic.ini " + command)
                .collect(Collectors.joining("\n"));
    }

    private static String template(String name) {
        try (var stream = Objects.requireNonNull(AlembicExport.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RevisionFile> revisions(List<Script> order) {
        var owners = owners(order);
        var files = new ArrayList<RevisionFile>();
        var state = SchemaModel.EMPTY;
        for (var script : order) {
            try {
                var after = Replay.of(state, script.owner(), script.upgrade());
                var upgrade = MigrationBody.of(state, script.owner(), script.upgrade());
                var downgrade = MigrationBody.of(after, script.owner(), script.downgrade());
                files.add(new RevisionFile(script, requires(script, owners), upgrade, downgrade));
                state = after;
            } catch (MisfitException | UnclearSqlException e) {
                throw new LaminException(
                        ErrorCode.REFUSED, "migration " + script + " does not fit: " + e.getMessage(), e.remedies(), e);
            }
        }
        return files;
    }

    private static SortedMap<String, List<String>> requires(Script script, Map<String, String> owners) {
        return script.info().dependsOn().stream()
                .filter(owners::containsKey)
                .collect(Collectors.groupingBy(owners::get, TreeMap::new, Collectors.toList()));
    }
}
