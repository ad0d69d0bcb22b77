import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/**
 * Runs a folder of SQL migrations on a SQLite database: {@code DATABASE FOLDER}. With {@code in-process} behind them each of
 * several databases is migrated, with {@code again} the same one; the last time is printed, in seconds.
 */
public final class FlywayDeploy {
    private static final int REPETITIONS = 2;

    private FlywayDeploy() {}

    public static void main(String[] arguments) throws Exception {
        var database = Path.of(arguments[0]);
        var way = arguments.length > 2 ? arguments[2] : "once";
        double seconds = 0;
        for (int turn = 0; turn < (way.equals("once") ? 1 : REPETITIONS); turn++) {
            if (way.equals("in-process")) {
                Files.deleteIfExists(database);
            }
            long start = System.nanoTime();
            migrate(database, arguments[1]);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        System.out.println(seconds);
    }

    private static void migrate(Path database, String folder) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + database, null, null)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
