package lamin.cli.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.lineage.RunState;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a run that {@code lamin track} started. */
@Command(
        name = "finish",
        mixinStandardHelpOptions = true,
        description = "End a run: the one in LAMIN_RUN_UID, unless another is named.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin finish",
            "  trap 'lamin finish --status errored' ERR",
            "  lamin finish --run 3CZbXLm9MULi078b --status aborted"
        })
public final class FinishCommand extends LaminCommand {
    /** How a run may end. */
    enum Status {
        COMPLETED(RunState.COMPLETED),
        ERRORED(RunState.ERRORED),
        ABORTED(RunState.ABORTED);

        private final RunState status;

        Status(RunState status) {
            this.status = status;
        }
    }

    @Option(names = "--run", paramLabel = "UID", description = "The run; by default that in LAMIN_RUN_UID.")
    private @Nullable String run;

    @Option(names = "--status", paramLabel = "STATUS", description = "completed (the default), errored or aborted.")
    private Status status = Status.COMPLETED;

    @Option(names = "--log", paramLabel = "FILE", description = "A file with its output, which is kept.")
    private @Nullable Path log;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var environment = session().environment();
        var uid = run == null ? environment.run().orElseThrow(FinishCommand::missing) : run;
        var file = log == null ? null : environment.workingDirectory().resolve(log);
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            opened.runs().finish(uid, status.status, file, Map.of());
        }
        var name = status.name().toLowerCase(Locale.ROOT);
        var map = new LinkedHashMap<String, Object>();
        map.put("run", uid);
        map.put("status", name);
        session().print(json.isWanted(), () -> map, () -> List.of("run " + uid + " " + name));
        return OK;
    }

    private static LaminException missing() {
        return new LaminException(
                ErrorCode.USAGE,
                "no run is named: LAMIN_RUN_UID is not set\nname one with --run UID, or start one:"
                        + " export LAMIN_RUN_UID=$(lamin track SCRIPT)");
    }
}
