package lamin.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is started with.
 *
 * @param parameters its parameters, with values that JSON can represent
 * @param arguments the command line
 * @param details further facts, with values that JSON can represent
 * @param environment a description of the environment, such as versions; null if it is not recorded
 */
public record RunOptions(
        TransformSpec transform,
        @Nullable String name,
        Map<String, Object> parameters,
        @Nullable String arguments,
        Map<String, Object> details,
        @Nullable String environment) {
    public RunOptions {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static RunOptions of(TransformSpec transform) {
        return new RunOptions(transform, null, Map.of(), null, Map.of(), null);
    }

    public RunOptions withName(@Nullable String newName) {
        return new RunOptions(transform, newName, parameters, arguments, details, environment);
    }

    public RunOptions withParameters(Map<String, Object> newParameters) {
        return new RunOptions(transform, name, newParameters, arguments, details, environment);
    }

    /** A parameter more. */
    public RunOptions with(String parameter, Object value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return withParameters(more);
    }

    public RunOptions withArguments(String newArguments) {
        return new RunOptions(transform, name, parameters, newArguments, details, environment);
    }

    public RunOptions withDetails(Map<String, Object> newDetails) {
        return new RunOptions(transform, name, parameters, arguments, newDetails, environment);
    }

    public RunOptions withEnvironment(String text) {
        return new RunOptions(transform, name, parameters, arguments, details, text);
    }
}
