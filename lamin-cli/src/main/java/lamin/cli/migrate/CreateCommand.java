package lamin.cli.migrate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.authoring.MigrationDraft;
import lamin.authoring.MissingOperations;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.Remedy.Deploy;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.plan.KeyNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a migration from edited entities. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Write the migration for edited entities and make it the head in package-info.java.",
            "Asks about possible renames and about losses; without a terminal, decide with the options."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate create", "  lamin migrate create --rename assay_notebook.v=version"})
final class CreateCommand extends LaminCommand {
    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var workspace = Workspace.of(session());
        ModuleConvention.refuseViolations(List.of(workspace.info()));
        var comparison = workspace.compare();
        KeyNames.refuseShared(comparison.entities().tables());
        comparison
                .hibernateChange()
                .filter(change -> !new MissingOperations(comparison).isEmpty())
                .ifPresent(change -> session().notices().warning(change.text()));
        var given = decisions.decisions(comparison);
        var questioner = new DecisionPrompt(comparison, session().terminal());
        var detection = questioner.decide(given);
        var upgrade = detection.of(workspace.info().name());
        if (upgrade.isEmpty()) {
            session().print(json.isWanted(), () -> new LinkedHashMap<>(), () -> List.of("nothing to migrate"));
            return OK;
        }
        var draft = MigrationDraft.next(
                comparison,
                LocalDate.now(Clock.systemUTC()),
                comparison.dependsOn(detection),
                upgrade,
                questioner.wayBack(comparison.reverse(upgrade), given));
        var script = workspace.write(draft);
        session()
                .print(
                        json.isWanted(),
                        () -> json(draft, script.toString()),
                        () -> List.of("wrote " + workspace.relative(script) + ": " + upgrade.size()
                                + (upgrade.size() == 1 ? " operation" : " operations")));
        session().notices().hint("look at the script", new Deploy());
        return OK;
    }

    private static Object json(MigrationDraft draft, String script) {
        var map = new LinkedHashMap<String, Object>();
        map.put("revision", draft.id());
        map.put("script", script);
        map.put("operations", java(draft.upgrade(), draft));
        return map;
    }

    private static List<String> java(List<Operation> operations, MigrationDraft draft) {
        return operations.stream()
                .map(operation -> JavaSource.of(operation, draft.owner()))
                .toList();
    }
}
