package lamin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The environment of a run as text: the system, the names of all variables, and the values of those that were asked for.
 * Others may be secrets.
 *
 * @param version of this library
 */
record EnvironmentText(String version, Map<String, String> variables, List<String> wanted) {

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("system " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        lines.add("lamin4j " + version);
        for (var name : new TreeSet<>(wanted)) {
            lines.add("variable " + name + "=" + value(name));
        }
        lines.add("variables " + String.join(" ", new TreeSet<>(variables.keySet())));
        return String.join("\n", lines) + "\n";
    }

    private String value(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new LaminException(ErrorCode.USAGE, "there is no environment variable " + name);
        }
        return value;
    }
}
