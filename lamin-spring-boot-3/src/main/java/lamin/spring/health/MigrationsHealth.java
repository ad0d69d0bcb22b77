package lamin.spring.health;

import lamin.schema.service.Migrations;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Out of service while migrations are pending. A database that is ahead of the service is not: during a rolling update the old
 * version goes on serving.
 */
public class MigrationsHealth extends AbstractHealthIndicator {
    private final Migrations migrations;

    public MigrationsHealth(Migrations migrations) {
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
