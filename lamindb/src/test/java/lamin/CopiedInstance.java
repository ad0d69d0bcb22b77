package lamin;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import lamin.instance.Base62;
import lamin.instance.GivenUrl;
import lamin.instance.InitialRows;
import lamin.instance.InstanceId;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.ontology.source.SourceRows;
import lamin.testing.databases.TestPostgres;

/**
 * A PostgreSQL database as {@code init} makes it, ten times as fast: its tables are copied from a database in which this JVM
 * deployed the same modules before, and its rows are written as {@code init} writes them. SQLite is fast without that.
 */
final class CopiedInstance {
    private static final Map<SortedSet<String>, TestPostgres> DEPLOYED = new ConcurrentHashMap<>();

    private CopiedInstance() {}

    /** A database that a call of {@code init} with these options takes for the instance that it was to make. */
    static TestPostgres create(Home home, InitOptions options) throws IOException {
        var postgres = deployed(options.modules()).copy();
        var user = home.environment(Map.of()).settings().user();
        var storage = StorageRoot.parse(options.storage(), home.folder());
        Files.createDirectories(storage.folder());
        var name = GivenUrl.parse(postgres.url()).url().database();
        var instance = InstanceId.of(new Slug(user.handle(), name));
        try (var connection = postgres.connection()) {
            var now = Instant.now();
            new InitialRows(user, storage, Base62.random(12), instance, now).write(connection);
            SourceRows.of(Home.deployment(), options.modules()).write(connection, InitialRows.USER_ID, now);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres;
    }

    private static TestPostgres deployed(SortedSet<String> modules) {
        return DEPLOYED.computeIfAbsent(modules, each -> {
            var postgres = TestPostgres.createShared();
            try (var connection = postgres.connection()) {
                Home.deployment().deploy(connection, each, last -> {});
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres;
        });
    }
}
