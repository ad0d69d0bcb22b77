package lamin.testing.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/** A SQLite database in a temporary folder. The file exists from the first connection on. */
public final class TestSqlite implements TestDatabase {
    private final Path folder;

    private TestSqlite(Path folder) {
        this.folder = folder;
    }

    public static TestSqlite create() {
        try {
            return new TestSqlite(Files.createTempDirectory("lamin-test-sqlite").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return folder.resolve("test.db");
    }

    @Override
    public Kind kind() {
        return Kind.SQLITE;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:sqlite:" + file();
    }

    @Override
    public String url() {
        return "sqlite:///" + file();
    }

    @Override
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    @Override
    public TestSqlite copy() {
        var copy = create();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return url();
    }
}
