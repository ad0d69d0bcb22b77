package lamin.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lamin.InitOptions;
import lamin.InitResult;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.project.EditableModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an instance. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Make an instance: a database, a storage folder and mounted schema modules.",
            "The same call again changes nothing. Standing in a module's project, that module is mounted from source."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin init --storage ./test-schema --schema bionty",
            "  lamin init --storage ./lab --db postgresql://me@localhost:5432/lab --schema bionty,lamin1"
        })
final class InitCommand extends LaminCommand {
    @Option(names = "--storage", required = true, paramLabel = "FOLDER", description = "Where files are kept.")
    private String storage;

    @Option(
            names = {"--schema", "--modules"},
            split = ",",
            paramLabel = "MODULE",
            description = "Schema modules to mount besides core, separated by commas.")
    private List<String> modules = new ArrayList<>();

    @Option(names = "--name", paramLabel = "NAME", description = "By default that of the folder or the database.")
    private @Nullable String name;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "postgresql://user@host:port/database; SQLite in the storage folder without it.")
    private @Nullable String db;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var wanted = new ArrayList<>(modules);
        Optional.ofNullable(session().modulePath().editable())
                .map(EditableModule::project)
                .map(project -> project.name())
                .filter(module -> !wanted.contains(module))
                .ifPresent(wanted::add);
        var options = InitOptions.storage(storage).name(name).db(db).modules(wanted);
        var result = session().lamin().init(options);
        session().print(json.isWanted(), () -> json(result), () -> List.of(text(result)));
        return OK;
    }

    private static String text(InitResult result) {
        var instance = result.instance();
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
        map.put("storage", result.instance().storage().toString());
        map.put("database", result.instance().database().url().toString());
        map.put("modules", result.instance().modules());
        return map;
    }
}
