package lamin.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.Version;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.run.RunContext;
import lamin.run.TransformSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts a run inside of a shell script. */
@Command(
        name = "track",
        mixinStandardHelpOptions = true,
        description = {
            "Start a run in a shell script and print its uid.",
            "The script exports it as LAMIN_RUN_UID, so that lamin save and lamin get take"
                    + " part in the run, and ends it with lamin finish."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export LAMIN_RUN_UID=$(lamin track \"$0\" --param threads=4)",
            "  lamin get raw/a.fastq",
            "  lamin save a.bam --key a.bam",
            "  lamin finish"
        })
public final class TrackCommand extends LaminCommand {
    @Parameters(paramLabel = "SCRIPT", arity = "0..1", description = "The script that runs, whose source is recorded.")
    private @Nullable Path script;

    @Mixin
    private TransformOption transform = new TransformOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var directory = session().environment().workingDirectory();
        var options = new RunContext(Version.CURRENT, session().environment())
                .of(transform(directory), transform.variables)
                .withName(transform.name)
                .withParameters(transform.parameters());
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var uid = opened.runs().start(options);
            var map = new LinkedHashMap<String, Object>();
            map.put("run", uid);
            session().print(json.isWanted(), () -> map, () -> List.of(uid));
        }
        return OK;
    }

    private TransformSpec transform(Path directory) {
        if (script != null && Files.isRegularFile(directory.resolve(script))) {
            return TransformSpec.script(directory.resolve(script), transform.key);
        }
        return TransformSpec.named(
                transform.key != null ? transform.key : script == null ? "shell" : script.toString());
    }
}
