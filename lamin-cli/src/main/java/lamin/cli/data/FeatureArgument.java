package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.annotation.Change;
import lamin.feature.Dtype;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * A feature and a value as they are typed: {@code NAME=VALUE} or {@code NAME:TYPE=VALUE}.
 *
 * @param type null if none is given
 */
record FeatureArgument(String name, @Nullable Dtype type, String value) {

    /** Several values of one feature are one change. */
    static List<Change> changes(List<String> arguments) {
        var byName = new LinkedHashMap<String, List<FeatureArgument>>();
        for (var argument : arguments) {
            var parsed = parse(argument);
            byName.computeIfAbsent(parsed.name(), name -> new ArrayList<>()).add(parsed);
        }
        return byName.values().stream().map(FeatureArgument::change).toList();
    }

    private static Change change(List<FeatureArgument> sameName) {
        var first = sameName.getFirst();
        return new Change.SetValues(
                first.name(),
                first.type(),
                sameName.stream().<Object>map(FeatureArgument::value).toList());
    }

    private static FeatureArgument parse(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new LaminException(ErrorCode.USAGE, "expected NAME=VALUE or NAME:TYPE=VALUE, found: " + argument);
        }
        var name = argument.substring(0, equals);
        var value = argument.substring(equals + 1);
        int colon = name.indexOf(':');
        return colon < 1
                ? new FeatureArgument(name, null, value)
                : new FeatureArgument(name.substring(0, colon), Dtype.parse(name.substring(colon + 1)), value);
    }
}
