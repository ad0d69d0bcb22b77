package lamin.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/**
 * Timers: {@code lamin.deploy} for the whole deploy or validation at the start, with the tag {@code mode}, and
 * {@code lamin.migration} for each applied migration, with the tags {@code module} and {@code revision}.
 */
public class MigrationMetrics implements MeterBinder {
    private final MigrationInitializer initializer;

    public MigrationMetrics(MigrationInitializer initializer) {
        this.initializer = initializer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Timer.builder("lamin.deploy")
                .description("The deploy or validation at the start of the service")
                .tag("mode", initializer.mode().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(initializer.duration());
        initializer
                .applied()
                .forEach(migration -> Timer.builder("lamin.migration")
                        .description("An applied migration")
                        .tag("module", migration.script().owner().module())
                        .tag("revision", migration.script().revision())
                        .register(registry)
                        .record(migration.duration()));
    }
}
