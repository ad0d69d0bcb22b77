package lamin.cli.shell;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import lamin.schema.LaminException;
import lamin.schema.Remedy;

/** Runs snippets in this process, so that they can use its objects. JShell finds it as a service. */
public final class SharedExecution implements ExecutionControlProvider {
    static final String NAME = "lamin";

    /** The package in which JShell compiles snippets. */
    private static final String SNIPPETS = "REPL.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new Execution(new SnippetLoader(SharedObjects.loader()));
    }

    /** JShell prints only the message of an exception, so the remedies are added to it. Only frames of snippets are kept. */
    private static final class Execution extends LocalExecutionControl {
        Execution(SnippetLoader loader) {
            super(loader);
        }

        @Override
        protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
            withoutInternalFrames(cause);
            if (cause instanceof LaminException failure) {
                throw new UserException(text(failure), failure.getClass().getName(), failure.getStackTrace());
            }
            return super.throwConvertedInvocationException(cause);
        }

        private static void withoutInternalFrames(Throwable failure) {
            var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
            for (var each = failure; each != null && seen.add(each); each = each.getCause()) {
                each.setStackTrace(Stream.of(each.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(SNIPPETS))
                        .toArray(StackTraceElement[]::new));
            }
        }

        private static String text(LaminException failure) {
            var advice = failure.remedies().stream().map(Remedy::describe);
            return Stream.concat(Stream.of(String.valueOf(failure.getMessage())), advice)
                    .collect(Collectors.joining("\n"));
        }
    }
}
