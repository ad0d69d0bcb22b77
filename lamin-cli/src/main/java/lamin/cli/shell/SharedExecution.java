package lamin.cli.shell;

import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets in this process, where the objects are that they are given. JShell finds it as a service. */
public final class SharedExecution implements ExecutionControlProvider {
    static final String NAME = "lamin";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new LocalExecutionControl(new SnippetLoader(SharedObjects.loader()));
    }
}
