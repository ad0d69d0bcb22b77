package lamin.maven;

import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;

/** Compiles the current project as its own build does, with its plugins and annotation processors. */
record Compilation(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
    static final String PHASE = "process-classes";

    void run() {
        try {
            for (var step : lifecycle.calculateExecutionPlan(session, PHASE).getMojoExecutions()) {
                plugins.executeMojo(session, step);
            }
        } catch (Exception e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot compile the edited sources: " + e.getMessage(), e);
        }
    }
}
