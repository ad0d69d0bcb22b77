package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import lamin.authoring.MissingOperations;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.module.ModuleConvention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether entities, scripts and head agree. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check that entities, scripts and head of the module agree.",
            "Where they do not, the missing operations are the last lines, as Java to paste."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:they agree", "3:operations are missing", "4:the module is against the convention"},
        footerHeading = "%nExamples:%n",
        footer = "  lamin migrate check")
final class CheckCommand extends LaminCommand {
    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var workspace = Workspace.of(session());
        var cache = new CheckCache(workspace.editable());
        var missing = cache.read().orElseGet(() -> {
            ModuleConvention.refuseViolations(List.of(workspace.info()));
            return cache.write(new MissingOperations(workspace.compare()).block());
        });
        workspace.report(missing);
        session().print(json.isWanted(), () -> json(missing), () -> missing.isEmpty() ? List.of("in sync") : missing);
        return missing.isEmpty() ? OK : ErrorCode.NOT_IN_SYNC.exitCode();
    }

    private static Object json(List<String> missing) {
        var map = new LinkedHashMap<String, Object>();
        map.put("in_sync", missing.isEmpty());
        map.put("missing", missing);
        return map;
    }
}
