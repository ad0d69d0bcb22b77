package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.Instance;
import lamin.artifact.StoredArtifact;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.LaminCommand;
import lamin.lineage.RunState;
import lamin.schema.LaminException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program and records what it read and wrote. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a program and record the run.",
            "Recorded are the command, the script with its source, the git commit, parameters, the environment,"
                    + " inputs, outputs, the exit code and the log.",
            "lamin save and lamin get inside of the program take part in the run: what they get is an input, what they"
                    + " save an output. So do Java programs that open the instance. For programs that know nothing of"
                    + " lamin, name inputs and outputs: --input is an artifact, or a file that is one; --output is saved"
                    + " when the program succeeds.",
            "Values of environment variables are recorded only for those named by --env."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the program succeeded and everything was recorded",
            "2:an input is not an artifact, or there is no such program; nothing was run",
            "other:the exit code of the program; the run is recorded with its log as errored"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin run -- python3 normalise.py",
            "  lamin run --key align --param threads=4 --input raw/a.fastq --output a.bam -- ./align.sh a.fastq a.bam",
            "  lamin run --env OMP_NUM_THREADS -- Rscript analysis.R"
        })
public final class RunCommand extends LaminCommand {
    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The program and its arguments, after --.")
    private List<String> command = new ArrayList<>();

    @Mixin
    private TransformOption transform = new TransformOption();

    @Option(
            names = "--input",
            paramLabel = "ARTIFACT|PATH",
            description = "An input: the key or uid of an artifact, or a file with the content of one. Repeatable.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH[=KEY]",
            description = "A file or folder that the program writes, and the key under which it is saved. Repeatable.")
    private List<String> outputs = new ArrayList<>();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Override
    public Integer call() {
        var settings = session().instance(instance.name());
        try (var opened = session().lamin().open(settings)) {
            var files = new RunFiles(opened.artifacts(), session().environment().workingDirectory());
            var artifacts = files.inputs(inputs);
            var description = new RunDescription(session().environment(), command, transform);
            var uid = opened.runs().start(description.options());
            session().notices().info("run " + uid + " started");
            opened.enterRun(uid);
            return execute(opened, uid, files, artifacts);
        }
    }

    private int execute(Instance opened, String uid, RunFiles files, List<StoredArtifact> artifacts) {
        var environment = session().environment();
        try (var program = new TrackedProgram(
                environment.workingDirectory(),
                environment.temporaryFolder(),
                session().out(),
                session().err())) {
            artifacts.forEach(opened.artifacts()::path);
            int code = program.run(
                    command, variables(opened, uid), () -> finish(opened, uid, RunState.ABORTED, program, 130));
            if (code == 0) {
                files.saveOutputs(outputs, session().notices());
            }
            finish(opened, uid, code == 0 ? RunState.COMPLETED : RunState.ERRORED, program, code);
            report(uid, code);
            return code;
        } catch (LaminException e) {
            opened.runs().finish(uid, RunState.ERRORED, null, Map.of("error", String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static void finish(Instance opened, String uid, RunState status, TrackedProgram program, int code) {
        opened.runs().finish(uid, status, program.log(), Map.of("exit_code", code));
    }

    private Map<String, String> variables(Instance opened, String uid) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("LAMIN_RUN_UID", uid);
        // Python's name of it, so that its track() starts a run that this one initiated
        variables.put("LAMIN_INITIATED_BY_RUN_UID", uid);
        variables.put("LAMIN_CURRENT_INSTANCE", opened.slug().toString());
        return variables;
    }

    private void report(String uid, int code) {
        if (code == 0) {
            session().notices().info("run " + uid + " finished");
        } else {
            session()
                    .notices()
                    .warning("run " + uid + " failed: " + command.getFirst() + " ended with " + code
                            + "; its log: lamin describe run " + uid);
        }
    }
}
