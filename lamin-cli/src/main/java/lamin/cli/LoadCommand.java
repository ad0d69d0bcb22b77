package lamin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.settings.InstanceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes an instance the current one. */
@Command(
        name = "load",
        aliases = "connect",
        mixinStandardHelpOptions = true,
        description = {
            "Make an instance the current one.",
            "If its database is behind the code, offers to deploy the pending migrations;",
            "LAMIN_SKIP_MIGRATION=1 loads it without comparing it with the code."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the instance is the current one",
            "2:there is no such instance",
            "3:migrations are pending",
            "6:the database is ahead of the code or at a revision of another build, or the code of a module is missing"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin load test-schema", "  lamin load anonymous/test-schema --yes"})
final class LoadCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The instance, as owner/name or name.")
    private String name;

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(name);
        if (!session().environment().skipsMigration()) {
            offerToDeploy(settings);
        }
        session().lamin().open(settings).close();
        session().current().set(settings.slug());
        session().print(json.isWanted(), () -> json(settings), () -> List.of("loaded " + settings.slug()));
        return OK;
    }

    /** Opening the instance reports the pending migrations. */
    private void offerToDeploy(InstanceSettings settings) {
        if (!yes.isGiven() && !session().terminal().isInteractive()) {
            return;
        }
        var database = session().database(settings);
        var modules = session().mounted(settings, database);
        var pending = database.read(connection -> session().deployment().state(connection, modules))
                .pending();
        pending.forEach(script -> session().err().println("pending: " + script));
        if (!pending.isEmpty() && (yes.isGiven() || session().terminal().confirm("deploy the pending migrations?"))) {
            session().deployer(settings, database).deploy();
        }
    }

    private static Object json(InstanceSettings settings) {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", settings.slug().toString());
        map.put("storage", settings.storage().toString());
        return map;
    }
}
