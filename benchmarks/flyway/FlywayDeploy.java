import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/**
 * Runs a folder of SQL migrations on a SQLite database: {@code DATABASE FOLDER}. With {@code in-process} behind them each of
 * several databases is migrated, with {@code again} the same one; the last time is printed, in seconds. With {@code info}
 * nothing is migrated; the migrations are counted.
 */
public final class FlywayDeploy {
    private static final int REPETITIONS = 2;

    private FlywayDeploy() {}

    public static void main(String[] arguments) throws Exception {
        var database = Path.of(arguments[0]);
        var way = arguments.length > 2 ? arguments[2] : "once";
        if (way.equals("info")) {
            System.out.println(configured(database, arguments[1]).info().all().length + " migrations");
            return;
        }
        double seconds = 0;
        for (int turn = 0; turn < (way.equals("once") ? 1 : REPETITIONS); turn++) {
            if (way.equals("in-process")) {
                Files.deleteIfExists(database);
            }
            long start = System.nanoTime();
            configured(database, arguments[1]).migrate();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        System.out.println(seconds);
    }

    private static Flyway configured(Path database, String folder) {
        return Flyway.configure()
                .dataSource("jdbc:sqlite:" + database, null, null)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
