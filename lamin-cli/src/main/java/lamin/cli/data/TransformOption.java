package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that describe a run. */
public final class TransformOption {
    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The key of the transform; by default the name of the script or program.")
    @Nullable
    String key;

    @Option(names = "--name", paramLabel = "NAME", description = "A name for the run.")
    @Nullable
    String name;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the run; numbers, true, false and JSON are recorded as such. Repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "An environment variable whose value is recorded. Repeatable.")
    List<String> variables = new ArrayList<>();

    /** The parameters with typed values. */
    Map<String, Object> parameters() {
        var typed = new LinkedHashMap<String, Object>();
        parameters.forEach((parameter, text) -> typed.put(parameter, JsonValueText.parse(text)));
        return typed;
    }
}
