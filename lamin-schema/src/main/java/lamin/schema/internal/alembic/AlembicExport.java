package lamin.schema.internal.alembic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * A module is upgraded as a whole, once everything that its migrations need exists; its last migration decides the
     * order.
     */
    private static List<String> modules(List<Chain> chains, List<Script> order) {
        var modules = new LinkedHashSet<String>();
        for (var script : order.reversed()) {
            modules.add(script.owner().module());
        }
        chains.forEach(chain -> modules.add(chain.module().name()));
        return new ArrayList<>(modules).reversed();
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
        var owners = new HashMap<String, String>();
        order.forEach(script -> owners.put(script.revision(), script.owner().module()));
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
