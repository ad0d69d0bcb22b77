import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Runs a file of statements, a line each, on a SQLite database in one transaction: as quick as JDBC gets. */
public final class RawDeploy {
    private RawDeploy() {}

    public static void main(String[] arguments) throws Exception {
        run(Path.of(arguments[0]), Files.readAllLines(Path.of(arguments[1])));
    }

    static void run(Path database, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }
}
