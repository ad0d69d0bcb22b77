package lamin.spring;

import lamin.schema.service.MigrationStatus;
import lamin.schema.service.Migrations;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The Actuator endpoint {@code lamin}: what separates the database from the modules of the service. */
@Endpoint(id = "lamin")
public class MigrationsEndpoint {
    private final Migrations migrations;

    public MigrationsEndpoint(Migrations migrations) {
        this.migrations = migrations;
    }

    @ReadOperation
    public MigrationStatus status() {
        return migrations.status();
    }
}
