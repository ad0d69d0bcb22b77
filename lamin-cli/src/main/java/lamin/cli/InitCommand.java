package lamin.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.InitOptions;
import lamin.InitResult;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.Remedy.Stamp;
import lamin.schema.internal.module.ModuleConvention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates an instance. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Create an instance: a database and a storage folder, with schema modules mounted.",
            "Running it again changes nothing. Inside a module's project, that module is mounted from source."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin init --storage ./test-schema --schema bionty",
            "  lamin init --storage ./lab --db postgresql://me@localhost:5432/lab --schema bionty,lamin1",
            "  lamin init --storage ./lims --db postgresql://me@localhost:5432/lims --existing"
        })
final class InitCommand extends LaminCommand {
    @Option(
            names = "--storage",
            required = true,
            paramLabel = "FOLDER",
            description = "The storage folder, where files are kept.")
    private String storage;

    @Option(
            names = {"--schema", "--modules"},
            split = ",",
            paramLabel = "MODULE",
            description = "Schema modules to mount in addition to core, separated by commas.")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The instance's name; by default that of the folder or the database.")
    private @Nullable String name;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "postgresql://user@host:port/database; by default SQLite in the storage folder.")
    private @Nullable String db;

    @Option(
            names = "--existing",
            description = "Use a database with tables that another tool made. They are left as they are; take them over"
                    + " with: lamin migrate stamp --verify")
    private boolean existing;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var wanted = new ArrayList<>(modules);
        session()
                .modulePath()
                .current()
                .filter(module -> !wanted.contains(module))
                .ifPresent(wanted::add);
        var options =
                InitOptions.storage(storage).name(name).db(db).modules(wanted).existing(existing);
        var result = session().lamin().init(options);
        try {
            session().print(json.isWanted(), () -> json(result), () -> text(result));
        } finally {
            result.instance().close();
        }
        return OK;
    }

    private List<String> text(InitResult result) {
        var lines = new ArrayList<String>();
        if (result.createdDatabase()) {
            lines.add("created the database " + result.instance().database().url());
        }
        lines.add(made(result));
        if (!result.untracked().isEmpty()) {
            lines.add("tables to take over: of " + String.join(", ", result.untracked()) + "; next: "
                    + session().wording().command(new Stamp(false)));
        }
        return lines;
    }

    private static String made(InitResult result) {
        var instance = result.instance();
        if (result.untracked().contains(ModuleConvention.CORE)) {
            return "noted " + instance.slug() + " in " + instance.database().url();
        }
        var mounted = new ArrayList<>(List.of("core"));
        mounted.addAll(instance.modules());
        return result.alreadyInitialised()
                ? "already initialised: " + instance.slug()
                : "initialised " + instance.slug() + " with " + String.join(", ", mounted) + " in "
                        + instance.database().url();
    }

    private static Object json(InitResult result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", result.instance().slug().toString());
        map.put("already_initialised", result.alreadyInitialised());
        map.put("created_database", result.createdDatabase());
        map.put("storage", result.instance().storage().toString());
        map.put("database", result.instance().database().url().toString());
        map.put("modules", result.instance().modules());
        map.put("untracked", result.untracked());
        return map;
    }
}
