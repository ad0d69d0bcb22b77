package lamin.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a run of the contract on a module showed.
 *
 * @param failures the message of each test that failed, by its name
 * @param log what stood in the log after the last test
 */
record ContractRun(List<String> passed, Map<String, String> failures, List<String> log) {
    static ContractRun of(AssayModule module) {
        return of(module, Map.of(), (revision, connection) -> {});
    }

    static ContractRun of(AssayModule module, Map<String, String> environment, RowSource rows) {
        var log = new ByteArrayOutputStream();
        var results = new Results(new ArrayList<>(), new LinkedHashMap<>());
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(
                        results, new ClosingReport(new PrintStream(log, true, StandardCharsets.UTF_8)))
                .build();
        AssayContract.current = new AssayContract.Given(module, environment, rows);
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(AssayContract.class))
                        .build());
        return new ContractRun(
                results.passed(),
                results.failures(),
                log.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private record Results(List<String> passed, Map<String, String> failures) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .ifPresentOrElse(
                            failure -> failures.put(test.getDisplayName(), String.valueOf(failure.getMessage())),
                            () -> {
                                if (test.isTest()) {
                                    passed.add(test.getDisplayName());
                                }
                            });
        }
    }

    /** What the author of the module would write in one line. */
    static class AssayContract extends MigrationContract {
        private static @Nullable Given current;

        private record Given(AssayModule module, Map<String, String> environment, RowSource rows) {}

        private static Given given() {
            return Objects.requireNonNull(current);
        }

        @Override
        protected ModuleInfo module() {
            try {
                return given().module().info();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected ModuleCatalog catalog() {
            try {
                return given().module().catalog();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected Map<String, String> environment() {
            return given().environment();
        }

        @Override
        protected void insertRows(String revision, Connection connection) throws SQLException {
            given().rows().insert(revision, connection);
        }
    }
}
