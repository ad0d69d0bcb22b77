package lamin.testing.databases;

import java.io.IOException;
import java.util.Optional;

/** Finds or starts the server, in the order that {@link TestPostgres} documents. */
final class ServerSearch {
    private ServerSearch() {}

    static PostgresServer find() {
        return given().orElseGet(ServerSearch::started);
    }

    private static Optional<PostgresServer> given() {
        return Optional.ofNullable(System.getProperty("lamin.test.postgres"))
                .or(() -> Optional.ofNullable(System.getenv("LAMIN_TEST_POSTGRES")))
                .filter(url -> !url.isBlank())
                .map(PostgresServer::parse);
    }

    private static PostgresServer started() {
        try {
            return EmbeddedServer.start();
        } catch (IOException | RuntimeException embedded) {
            return installed(embedded);
        }
    }

    private static PostgresServer installed(Exception embedded) {
        try {
            return InstalledServer.start(InstalledServer.binaries().orElseThrow(() -> missing(embedded)));
        } catch (IOException e) {
            e.addSuppressed(embedded);
            throw new IllegalStateException("The installed PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static IllegalStateException missing(Exception embedded) {
        return new IllegalStateException(
                "No PostgreSQL for tests: the built-in one does not start (" + embedded.getMessage()
                        + ") and none is installed; install PostgreSQL or set LAMIN_TEST_POSTGRES to postgresql://user@host:port/database",
                embedded);
    }
}
