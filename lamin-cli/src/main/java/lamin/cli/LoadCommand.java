package lamin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.instance.Database;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.plan.MigrationPlan;
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
            "LAMIN_SKIP_MIGRATION=1 loads it as it is."
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
        var database = session().database(settings);
        if (session().environment().skipsMigration()) {
            session().notices().warning("not compared with the code, as LAMIN_SKIP_MIGRATION is set");
        } else {
            deployWhatIsPending(settings, database);
            session().lamin().open(settings).close();
        }
        session().current().set(settings.slug());
        session().print(json.isWanted(), () -> json(settings), () -> List.of("loaded " + settings.slug()));
        return OK;
    }

    private void deployWhatIsPending(InstanceSettings settings, Database database) {
        var modules = session().mounted(settings, database);
        var plan = database.read(connection -> session().deployment().plan(connection, modules));
        if (plan.isEmpty() || plan.isAhead()) {
            return;
        }
        plan.pending().forEach(script -> session().err().println("pending: " + script));
        if (!yes.isGiven() && !session().terminal().confirm("deploy what is pending?")) {
            throw behind(settings, plan);
        }
        session().deployment().deployer(database::connection, modules).deploy();
    }

    private static LaminException behind(InstanceSettings settings, MigrationPlan plan) {
        return new LaminException(
                ErrorCode.NOT_IN_SYNC,
                settings.slug() + " is behind the code and was not loaded; pending: "
                        + plan.pending().size() + "\ndeploy them: lamin migrate deploy --instance "
                        + settings.slug());
    }

    private static Object json(InstanceSettings settings) {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", settings.slug().toString());
        map.put("storage", settings.storage().toString());
        return map;
    }
}
