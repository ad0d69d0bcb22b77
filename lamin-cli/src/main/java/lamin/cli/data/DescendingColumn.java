package lamin.cli.data;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Keeps a column with a minus sign in front from being read as an option: {@code -name} is not {@code -n ame}. */
final class DescendingColumn implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // the type that picocli hands over
    public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (!arguments.isEmpty() && arguments.peek().matches("-\\w.*")) {
            arguments.push(" " + arguments.pop());
        }
        return false;
    }
}
