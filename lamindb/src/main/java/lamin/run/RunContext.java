package lamin.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.settings.Environment;
import lamin.storage.Writer;

/**
 * What is recorded of every run, started by a command or by Java: the folder, the state of its git repository, and the environment.
 *
 * @param version of this library
 */
public record RunContext(String version, Environment environment) {

    /** The options of a run in this process. */
    public RunOptions inProcess(TransformSpec transform, List<String> variables) {
        var options = of(transform, variables);
        var details = new LinkedHashMap<String, Object>();
        details.put("process", Writer.current().toString());
        details.putAll(options.details());
        return options.withDetails(details);
    }

    /**
     * The options of a run that outlives this process.
     *
     * @param variables the environment variables whose values are recorded
     */
    public RunOptions of(TransformSpec transform, List<String> variables) {
        var directory = environment.workingDirectory();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("directory", directory.toString());
        var git = new Git(directory).state();
        if (!git.isEmpty()) {
            details.put("git", git);
        }
        return RunOptions.of(transform)
                .withDetails(details)
                .withEnvironment(new EnvironmentText(version, environment.variables(), variables).toString());
    }
}
