package lamin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.artifact.SaveOptions;
import lamin.artifact.StoredArtifact;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;

/** A new instance in a folder, on either database. */
public record TestInstance(
        Home home, Instance instance, @Nullable TestPostgres postgres) implements AutoCloseable {

    public static TestInstance create(Kind kind, Path folder, String... modules) throws IOException {
        var home = Home.in(folder.toRealPath());
        var options = InitOptions.storage("lab").modules(modules);
        if (kind == Kind.SQLITE) {
            return new TestInstance(home, home.lamin().init(options).instance(), null);
        }
        var postgres = CopiedInstance.create(home, options);
        var instance = home.lamin().init(options.db(postgres.url())).instance();
        return new TestInstance(home, instance, postgres);
    }

    /** The same instance, opened by another program. */
    public Instance open() {
        return home.lamin().open(instance.slug().toString());
    }

    public void mount(String module) {
        home.lamin().mount(instance.settings(), module);
    }

    public Path write(String name, String text) throws IOException {
        return Files.writeString(home.folder().resolve(name), text);
    }

    public StoredArtifact save(String name, String text) throws IOException {
        return instance.artifacts()
                .save(write(name, text), SaveOptions.key(name))
                .artifact();
    }

    /** A statement or a query for one number. */
    public long sql(String sql) {
        return instance.database().write(connection -> {
            try (var statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return (long) statement.getUpdateCount();
                }
                try (var rows = statement.getResultSet()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** The numbers that a query selects. */
    public List<Long> numbers(String sql) {
        return instance.database().read(connection -> Jdbc.query(connection, sql, row -> row.getLong(1)));
    }

    @Override
    public void close() {
        instance.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
