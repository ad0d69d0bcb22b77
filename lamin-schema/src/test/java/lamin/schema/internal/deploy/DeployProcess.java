package lamin.schema.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.DataStep;

/** A process of its own that deploys; in the middle of the migration it says so, and waits until it is released. */
public final class DeployProcess implements AutoCloseable {
    static final String REACHED = "reached";

    static final TestModule BASE = TestModule.named("assay")
            .then("base", op -> op.createTable("assay_x").column("id", int64()).primaryKey("id"));

    static final TestModule NEXT = BASE.then("next", op -> {
        op.addColumn("assay_x", "extra", text());
        op.run(UntilReleased.class);
    });

    private final Process process;
    private final BufferedReader output;

    private DeployProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static DeployProcess on(Database database) throws IOException {
        return new DeployProcess(
                ChildJvm.of(DeployProcess.class, database.database().jdbcUrl()).start());
    }

    /** Takes the JDBC URL; prints warnings and the number of migrations that it applied. */
    public static void main(String[] arguments) {
        Notices warnings = notice -> {
            if (notice.level() == Notices.Level.WARNING) {
                System.out.println(notice.message());
            }
        };
        var deployer = new Deployer(
                () -> DriverManager.getConnection(arguments[0]), List.of(NEXT.chain()), Database.AUTHOR, warnings);
        System.out.println("applied " + deployer.deploy().applied().size());
    }

    long pid() {
        return process.pid();
    }

    /** The next line that the process prints. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    void release() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** Holds the deploy. */
    public static final class UntilReleased implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            System.out.println(REACHED);
            try {
                System.in.read();
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
    }
}
