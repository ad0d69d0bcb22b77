import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import lamin.schema.service.Migrations;
import org.flywaydb.core.Flyway;

/**
 * Brings a database up to date as a service does at its start, over a pool that is open already: {@code lamin|flyway URL COUNT}.
 * Prints how long that took, in seconds. Unless {@code COUNT} migrations are run, it fails.
 */
public final class ServiceStart {
    private ServiceStart() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(arguments[1]);
        try (var pool = new HikariDataSource(settings)) {
            pool.getConnection().close();
            long start = System.nanoTime();
            int run =
                    switch (arguments[0]) {
                        case "lamin" -> lamin(pool);
                        case "flyway" -> flyway(pool);
                        default -> throw new IllegalArgumentException(arguments[0]);
                    };
            var seconds = (System.nanoTime() - start) / 1e9;
            if (run != Integer.parseInt(arguments[2])) {
                throw new IllegalStateException("ran " + run + " migrations, expected " + arguments[2]);
            }
            System.out.println(seconds);
        }
    }

    private static int lamin(DataSource pool) {
        return Migrations.on(pool).modules("bench").deploy().applied().size();
    }

    private static int flyway(DataSource pool) {
        return Flyway.configure().dataSource(pool).load().migrate().migrationsExecuted;
    }
}
