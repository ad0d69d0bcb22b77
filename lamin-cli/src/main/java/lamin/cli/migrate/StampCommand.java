package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.cli.command.DatabaseOption;
import lamin.cli.command.DatabaseOption.MissingFile;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.UndecidedException;
import lamin.cli.command.YesOption;
import lamin.instance.Database;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Confirm;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Target;
import lamin.schema.internal.stamp.Stamp;
import lamin.schema.internal.stamp.StampResult;
import lamin.settings.InstanceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over tables created by another tool. */
@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = {
            "Take over tables that another tool made.",
            "Compares the tables with those that the migrations create, and records the migrations in the",
            "ledger as if they had been deployed. No table is changed. If tables",
            "differ, nothing is recorded, and SQL to repair them is printed. Differing names of keys",
            "and indexes, comments and extra indexes are reported but accepted."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the revisions are recorded in the ledger",
            "2:no such revision or module",
            "3:the tables differ from those of the migrations; nothing was recorded",
            "4:accepting differences was not confirmed, a module is past the revision, or a migration of Flyway failed",
            "5:another process deploys, or Liquibase's lock is held"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate stamp --verify",
            "  lamin migrate stamp --verify --instance lims --module assay",
            "  lamin migrate stamp --verify 8280855a5064",
            "  lamin migrate stamp --verify --jdbc jdbc:sqlite:shop.db --module orders",
            "  lamin migrate stamp --accept-differences --yes"
        })
final class StampCommand extends LaminCommand {
    private static final String HEAD = "head";

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description =
                    "The revision of the tables (the first four digits or more are enough);" + " by default the head.")
    private String revision = HEAD;

    @Option(
            names = "--module",
            paramLabel = "MODULE",
            description =
                    "Only this module and its dependencies; by default all modules that have tables but no revision. Repeatable.")
    private List<String> modules = new ArrayList<>();

    @Option(names = "--verify", description = "Compare the tables first. This is always done.")
    boolean verify;

    @Option(
            names = "--accept-differences",
            description = "Take over the tables although they differ. Later migrations may fail because of that.")
    private boolean accept;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var result = database.url() == null ? ofInstance() : written(ofDatabase(), LastStep.NONE);
        session().print(json.isWanted(), () -> json(result), () -> text(result));
        return result.isEmpty() || result.written() ? OK : ErrorCode.NOT_IN_SYNC.exitCode();
    }

    private StampResult ofInstance() {
        var settings = session().instance(database.instance());
        return written(
                stamp(settings, session().database(settings)), session().lamin().firstRows(settings));
    }

    private Stamp stamp(InstanceSettings settings, Database opened) {
        var names = new TreeSet<>(session().mounted(settings, opened));
        names.addAll(opened.read(session().deployment()::untracked));
        modules.forEach(module -> names.add(session().catalog().get(module).name()));
        return stamp(session().deployment().deployer(opened::connection, names));
    }

    private Stamp ofDatabase() {
        return stamp(database.deployer(session(), modules, MissingFile.REFUSED));
    }

    private Stamp stamp(Deployer deployer) {
        return Stamp.of(deployer, targets(deployer));
    }

    private StampResult written(Stamp stamp, LastStep last) {
        return stamp.write(accept ? accepted(stamp) : Set.of(), last);
    }

    private List<Target> targets(Deployer deployer) {
        if (modules.isEmpty()) {
            return revision.equals(HEAD) ? List.of() : List.of(deployer.target(revision));
        }
        if (modules.size() > 1 && !revision.equals(HEAD)) {
            throw new LaminException(ErrorCode.USAGE, "a revision is of one module, and --module names several");
        }
        return modules.stream()
                .map(module -> deployer.target(module + "@" + revision(module)))
                .toList();
    }

    private String revision(String module) {
        return revision.equals(HEAD) ? session().catalog().get(module).head() : revision;
    }

    private Set<Difference> accepted(Stamp stamp) {
        var grave = stamp.verify().grave();
        if (grave.isEmpty() || yes.isGiven()) {
            return Set.copyOf(grave);
        }
        var lines = DriftReport.lines(grave).map(String::strip).toList();
        if (session().terminal().isInteractive()) {
            lines.forEach(session().err()::println);
        }
        if (!session().terminal().confirm("take the tables over with " + grave.size() + " differences?")) {
            var refusal = new ArrayList<>(lines);
            refusal.add("nothing was written");
            throw new UndecidedException(refusal, new Confirm(new Remedy.Stamp(true)));
        }
        return Set.copyOf(grave);
    }

    private static List<String> text(StampResult result) {
        var lines = new ArrayList<String>();
        new ForeignHistoryReport(result.histories()).lines().forEach(lines::add);
        if (result.isEmpty()) {
            lines.add("nothing to stamp");
            return lines;
        }
        if (result.written()) {
            result.scripts().forEach(script -> lines.add("stamped " + script));
        }
        for (var compared : result.modules()) {
            lines.add(compared.module() + " at " + compared.at() + ": "
                    + (compared.isGrave() ? "the tables differ" : "the tables agree"));
            DriftReport.details(compared).forEach(lines::add);
        }
        if (!result.written()) {
            lines.add("nothing was written; repair the tables, name the revision that they are at, or take them as they"
                    + " are: --accept-differences");
        }
        return lines;
    }

    private static Object json(StampResult result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("written", result.written());
        map.put("migrations", result.scripts().stream().map(StampCommand::json).toList());
        map.put("modules", DriftReport.modules(result.modules()));
        new ForeignHistoryReport(result.histories()).addTo(map);
        return map;
    }

    private static Object json(Script script) {
        return Map.of(
                "module", script.owner().module(),
                "revision", script.revision(),
                "release", script.info().release());
    }
}
