package lamin.maven;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** Other tools, as Spring Boot runs them at the start of a service. */
final class PeerRuns {
    private PeerRuns() {}

    static void flyway(Path resources, String jdbcUrl) {
        Flyway.configure()
                .dataSource(jdbcUrl, null, null)
                .locations("filesystem:" + resources.resolve("db/migration"))
                .load()
                .migrate();
    }

    static void liquibase(Path resources, String jdbcUrl) throws Exception {
        var files = new DirectoryResourceAccessor(resources);
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
                var liquibase = new Liquibase("db/changelog/db.changelog-master.yaml", files, database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.update(new Contexts(), new LabelExpression());
            });
        }
    }
}
