package lamin;

import java.util.Map;
import java.util.TreeMap;
import lamin.graph.SchemaGraph;
import lamin.instance.Database;
import lamin.instance.Database.Work;
import lamin.library.OptionalLibrary;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.TableOwners;
import lamin.schema.model.SchemaModel;

/** The tables in the live database of an instance, including those that belong to no module. */
public final class InstanceSchema {
    private final Database database;
    private final TableOwners owners;
    private final String title;
    private final String path;
    private final Work<Drift> drift;

    InstanceSchema(Database database, Iterable<ModuleInfo> modules, String title, String path, Work<Drift> drift) {
        this.database = database;
        this.drift = drift;
        this.owners = TableOwners.of(modules);
        this.title = title;
        this.path = path;
    }

    /** The tables, each with its module. */
    public SchemaModel model() {
        return database.read(connection -> owners.assign(Introspector.read(connection)));
    }

    /** The tables as text, by module. */
    public SchemaView view() {
        return SchemaView.of(model()).withVersions(versions());
    }

    /**
     * The tables and foreign keys, for drawing and export. Needs the library {@code lamin-graph}.
     *
     * @throws lamin.schema.LaminException if it is not on the class path
     */
    public SchemaGraph graph() {
        OptionalLibrary.LAMIN_GRAPH.require();
        return SchemaGraph.of(model()).withTitle(title).withVersions(versions()).withGraphvizOn(path);
    }

    /** The manual changes: the tables compared with the result of the migrations in the ledger. */
    public Drift differences() {
        return database.read(drift);
    }

    /** The mounted versions by module. */
    public Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        database.read(connection -> new Ledger(connection).read())
                .mounted()
                .forEach((module, mounted) -> versions.put(module, mounted.version()));
        return versions;
    }
}
