package lamin.testing.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** The server whose binaries are a Maven artifact, run in a temporary folder until this JVM ends. */
final class EmbeddedServer {
    private EmbeddedServer() {}

    static PostgresServer start() throws IOException {
        var server = EmbeddedPostgres.builder()
                // otherwise the machine's locale would decide the sort order of text
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setDataDirectory(DataFolder.create())
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_wal_size", "256MB")
                .setDataDirectoryCustomizer(EmbeddedServer::setAccessRules)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        return PostgresServer.local(server.getPort());
    }

    private static void setAccessRules(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), PostgresServer.ACCESS_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
