package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.Version;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.deploy.Author;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.plan.Target;
import lamin.schema.internal.script.DeployScript;
import lamin.schema.sql.DatabaseSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a deploy as SQL. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Print the deploy of modules as an SQL script.",
            "The script includes their dependencies, the transactions and the ledger; no database",
            "is needed to write it. It ends before the first step in Java."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate sql --module core,bionty > core.sql",
            "  lamin migrate sql --dialect postgresql --from dd2b4a9499f2"
        })
final class SqlCommand extends LaminCommand {
    private static final String BASE = "base";

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "The database: sqlite (the default) or postgresql.")
    private String dialect = DatabaseSql.SQLITE;

    @Option(
            names = "--from",
            paramLabel = "REVISION",
            split = ",",
            description = "The revisions of the database, at most one for each module (their dependencies are implied);"
                    + " base (the default) for an empty one.")
    private List<String> from = new ArrayList<>();

    @Mixin
    private ModulesOption modules = new ModulesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var system = DatabaseSystem.of(dialect.toLowerCase(Locale.ROOT));
        var chains = modules.wanted(session());
        var author = new Author(session().environment().settings().user().handle(), Version.CURRENT);
        var script = DeployScript.of(system, chains, new Planner(chains).ledgerAt(targets(chains)), author);
        session().print(json.isWanted(), () -> json(system, chains, script), () -> script);
        return OK;
    }

    private List<Target> targets(List<Chain> chains) {
        return from.stream()
                .filter(revision -> !revision.equals(BASE))
                .map(revision -> Target.parse(revision, chains))
                .toList();
    }

    private Map<String, Object> json(DatabaseSystem system, List<Chain> chains, List<String> script) {
        var map = new LinkedHashMap<String, Object>();
        map.put("dialect", system.key());
        map.put("modules", chains.stream().map(chain -> chain.module().name()).toList());
        map.put("sql", String.join("\n", script));
        return map;
    }
}
