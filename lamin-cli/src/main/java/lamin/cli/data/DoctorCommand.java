package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.doctor.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds what is wrong with the data of an instance. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Find problems with rows and files, and name the commands that fix them.",
            "Artifacts without files, files without artifacts, wrong sizes, several latest versions, unfinished"
                    + " uploads and runs, files that cannot be written. Nothing is changed without --fix.",
            "--fix removes temporary files of processes that have ended, finishes uploads and removals, and ends runs"
                    + " of processes that have ended. It never removes data."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong, or everything was fixed", "3:something is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {"  lamin doctor", "  lamin doctor --fix", "  lamin doctor --full --json"})
public final class DoctorCommand extends LaminCommand {
    private static final int WRONG = 3;

    @Option(names = "--full", description = "Also read all files and compare their contents with their hashes.")
    private boolean full;

    @Option(names = "--fix", description = "Fix what can be fixed without a decision.")
    private boolean fix;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()));
                var progress = session().progress(0)) {
            var problems = opened.doctor().examine(full, progress);
            progress.clear();
            var fixed = fix ? opened.repair().fix(problems) : List.<Problem>of();
            var left = new ArrayList<>(problems);
            left.removeAll(fixed);
            session().print(json.isWanted(), () -> json(left, fixed), () -> text(left, fixed));
            return left.isEmpty() ? OK : WRONG;
        }
    }

    private static List<String> text(List<Problem> left, List<Problem> fixed) {
        var lines = new ArrayList<String>();
        fixed.forEach(problem -> lines.add("fixed: " + ProblemText.of(problem).what()));
        for (var problem : left) {
            var text = ProblemText.of(problem);
            lines.add(text.what());
            lines.add("  " + text.fix());
        }
        lines.add(summary(left.size()));
        return lines;
    }

    private static String summary(int problems) {
        return switch (problems) {
            case 0 -> "nothing is wrong";
            case 1 -> "1 problem";
            default -> problems + " problems";
        };
    }

    private static Object json(List<Problem> left, List<Problem> fixed) {
        var map = new LinkedHashMap<String, Object>();
        map.put("problems", left.stream().map(DoctorCommand::json).toList());
        map.put("fixed", fixed.stream().map(DoctorCommand::json).toList());
        return map;
    }

    private static Map<String, Object> json(Problem problem) {
        var text = ProblemText.of(problem);
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", text.kind());
        map.put("subject", text.subject());
        map.put("what", text.what());
        map.put("fix", text.fix());
        return map;
    }
}
