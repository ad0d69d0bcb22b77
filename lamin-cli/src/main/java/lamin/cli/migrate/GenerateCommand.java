package lamin.cli.migrate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.authoring.MigrationDraft;
import lamin.authoring.MissingOperations;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.Remedy.CheckModule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes an empty migration; CI then reports the operations that belong in it. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Write an empty migration and make it the head in package-info.java.",
            "'lamin migrate check', run locally or in CI, prints the operations to paste into it."
        },
        footerHeading = "%nExamples:%n",
        footer = "  lamin migrate generate")
final class GenerateCommand extends LaminCommand {
    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var workspace = Workspace.of(session());
        var comparison = workspace.compare();
        var dependsOn = comparison.dependsOn(new MissingOperations(comparison).detection());
        var draft = MigrationDraft.next(comparison, LocalDate.now(Clock.systemUTC()), dependsOn, List.of(), List.of());
        var script = workspace.write(draft);
        var map = new LinkedHashMap<String, Object>();
        map.put("revision", draft.id());
        map.put("script", script.toString());
        session().print(json.isWanted(), () -> map, () -> List.of("wrote " + workspace.relative(script)));
        session().notices().hint("the script is empty", new CheckModule());
        return OK;
    }
}
