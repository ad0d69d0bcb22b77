package lamin.instance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.library.OptionalLibrary;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Retry;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/** A database on a PostgreSQL server. */
public final class PostgresDatabase implements DirectDatabase {
    private static final String NO_PASSWORD_GIVEN = "08004";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_AUTHORIZED = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String NO_PRIVILEGE = "42501";

    private static final String IN_USE = "55006";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Pattern UNIQUE = Pattern.compile("Key \\(([\\w, ]+)\\)=\\((.*)\\) already exists");
    private static final Pattern REFERENCE =
            Pattern.compile("Key \\(([\\w, ]+)\\)=\\((.*)\\) is not present in table \"(\\w+)\"");
    private static final Set<String> COPY_REFUSED = Set.of(IN_USE, NO_PRIVILEGE);

    private final PostgresUrl url;
    private final Passwords passwords;
    private final Notices notices;
    private @Nullable Secret prompted;

    public PostgresDatabase(PostgresUrl url, Passwords passwords, Notices notices) {
        this.url = url;
        this.passwords = passwords;
        this.notices = notices;
    }

    @Override
    public PostgresUrl url() {
        return url;
    }

    @Override
    public Connection connection() {
        try {
            return open();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void drop(Connection connection, List<String> tables) throws SQLException {
        Jdbc.execute(connection, "drop table " + String.join(", ", tables));
    }

    @Override
    public void prepareDeletion(Connection connection) throws SQLException {
        Jdbc.execute(connection, "SET row_security = off");
        Jdbc.execute(
                connection,
                "SET lock_timeout = " + Patience.USUAL.untilFailure().toMillis());
    }

    @Override
    public void lock(Connection transaction, String name) throws SQLException {
        try (var statement = transaction.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "lamin " + name);
            statement.execute();
        }
    }

    @Override
    public void verify() {
        read(Connection::getMetaData);
    }

    /** Whether the server has the database; any other failure is thrown. */
    public boolean exists() {
        try (var connection = open()) {
            return !connection.isClosed();
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return false;
            }
            throw failure(e);
        }
    }

    /** Creates the database, empty. */
    public void create() {
        onServer("create database ");
    }

    /** Drops the database with all its contents. */
    public void drop() {
        onServer("drop database ");
    }

    /** Drops the database if it exists, even if other sessions are connected. */
    public void dropWithConnections() {
        onServer("drop database if exists ", " with (force)");
    }

    /**
     * Creates the database without any contents, not even those that the server's administrator added to its template.
     */
    public void createBare() {
        onServer("create database ", " template template0");
    }

    /**
     * Creates the database as a copy of another one on the server; the original accepts no connections meanwhile.
     * Returns false if the server refuses: another session is connected to the original, or it belongs to another
     * user.
     */
    public boolean createFrom(PostgresDatabase original) {
        try {
            onServer("create database ", " template " + SqlTokens.quote(original.url.database()));
            return true;
        } catch (LaminException e) {
            if (e.getCause() instanceof SQLException cause && COPY_REFUSED.contains(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Whether the user may create databases on the server. */
    public boolean mayCreateDatabases() {
        var sql = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user";
        return read(connection -> Jdbc.query(connection, sql, row -> row.getBoolean(1)))
                .contains(true);
    }

    /** Another database on the server, for the same user with the same password. */
    public PostgresDatabase sibling(String name) {
        var sibling = new PostgresDatabase(url.onDatabase(name), passwords, notices);
        sibling.prompted = password().orElse(null);
        return sibling;
    }

    /** Gives access to a program based on libpq without showing the password on a command line. */
    public void admit(Map<String, String> environment) {
        password().ifPresent(password -> environment.put("PGPASSWORD", password.reveal()));
    }

    private void onServer(String command) {
        onServer(command, "");
    }

    private void onServer(String command, String options) {
        var server = new PostgresDatabase(url.onDatabase("postgres"), passwords, notices);
        server.prompted = prompted;
        server.read(connection -> {
            Jdbc.execute(connection, command + SqlTokens.quote(url.database()) + options);
            return command;
        });
    }

    private Optional<Secret> password() {
        return prompted == null ? passwords.find(url, notices) : Optional.of(prompted);
    }

    private Connection open() throws SQLException {
        var password = password();
        try {
            return connect(password);
        } catch (SQLException e) {
            if (password.isPresent() || !wantsPassword(e)) {
                throw e;
            }
            var answer = passwords.prompt().apply(url);
            if (answer.isEmpty()) {
                throw e;
            }
            var connection = connect(answer);
            prompted = answer.get();
            return connection;
        }
    }

    private static boolean wantsPassword(SQLException e) {
        var state = e.getSQLState();
        return NO_PASSWORD_GIVEN.equals(state) || WRONG_PASSWORD.equals(state);
    }

    /** An empty password stops the driver from searching files itself. */
    private Connection connect(Optional<Secret> password) throws SQLException {
        OptionalLibrary.POSTGRESQL.require();
        var properties = url.properties();
        properties.setProperty("password", password.map(Secret::reveal).orElse(""));
        return DriverManager.getConnection(url.jdbc(), properties);
    }

    @Override
    public boolean isTakenKey(SQLException cause) {
        return UNIQUE_VIOLATION.equals(cause.getSQLState());
    }

    @Override
    public LaminException failure(SQLException cause) {
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return switch (state) {
            case NOT_AUTHORIZED ->
                failed(
                        "the server at " + url.host() + ":" + url.port() + " does not let user '" + url.user()
                                + "' in: there is no such user, or it may not log in from here",
                        cause);
            case WRONG_PASSWORD, NO_PASSWORD_GIVEN ->
                failed(
                        "the server refused user '" + url.user() + "' at " + url.host() + ":" + url.port()
                                + ": wrong or missing password",
                        cause,
                        new Advice("set PGPASSWORD or add a line to ~/.pgpass, which nobody else may read"));
            case NO_SUCH_DATABASE ->
                failed("there is no database '" + url.database() + "' at " + url.host() + ":" + url.port(), cause);
            case "08001", "08006" ->
                failed(
                        "PostgreSQL does not answer at " + url.host() + ":" + url.port(),
                        cause,
                        new Advice("see whether it is running, and whether host and port are right"));
            case NO_PRIVILEGE -> failed("user '" + url.user() + "' may not do this: " + firstLine(cause), cause);
            case LOCK_NOT_AVAILABLE ->
                new LaminException(ErrorCode.BUSY, "another session holds a lock: " + firstLine(cause), cause);
            case DEADLOCK ->
                new LaminException(
                        ErrorCode.BUSY,
                        "another session stood in the way: " + firstLine(cause),
                        List.of(new Retry()),
                        cause);
            // states are an open set; their first two characters are the class
            default ->
                state.startsWith(CONSTRAINT_VIOLATION) || state.startsWith(DATA_EXCEPTION)
                        ? new LaminException(ErrorCode.REFUSED, violation(cause), cause)
                        : failed(firstLine(cause) + " (" + url + ")", cause);
        };
    }

    private static LaminException failed(String message, SQLException cause, Remedy... remedies) {
        return new LaminException(ErrorCode.FAILURE, message, List.of(remedies), cause);
    }

    private static String violation(SQLException cause) {
        var reference = REFERENCE.matcher(String.valueOf(cause.getMessage()));
        if (reference.find()) {
            return "%s refers to a record that does not exist: %s in %s"
                    .formatted(reference.group(1), reference.group(2), reference.group(3));
        }
        var key = UNIQUE.matcher(String.valueOf(cause.getMessage()));
        return key.find() ? TakenKey.message(key.group(1), ": " + key.group(2)) : firstLine(cause);
    }

    private static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("failed");
    }
}
