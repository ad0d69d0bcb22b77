package lamin.spring;

import lamin.schema.service.Migrations;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Out of service while migrations are pending. A database that is ahead of the service is not: during a rolling update the old
 * version goes on serving.
 */
public class MigrationsHealthIndicator extends AbstractHealthIndicator {
    private final Migrations migrations;

    public MigrationsHealthIndicator(Migrations migrations) {
        super("the migrations of the database could not be read");
        this.migrations = migrations;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var pending = migrations.plan();
        if (pending.isEmpty()) {
            builder.up();
        } else {
            builder.outOfService().withDetail("pending", pending);
        }
    }
}
