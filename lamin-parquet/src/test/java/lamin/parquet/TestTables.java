package lamin.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lamin.InitOptions;
import lamin.Instance;
import lamin.Lamin;
import lamin.module.ModuleDeployment;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.Environment;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableFile;
import org.jspecify.annotations.Nullable;

/** The files that {@code src/test/python/tables.py} makes, and an instance to validate them. */
final class TestTables {
    private TestTables() {}

    static Path path(String name) {
        try {
            var resource = Objects.requireNonNull(TestTables.class.getResource(name + ".parquet"), name);
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TableColumn> columns(String name) {
        try (var rows = TableFile.at(path(name)).open()) {
            return rows.columns();
        }
    }

    /** A new instance in a folder. */
    static Instance instance(Path folder) {
        var deployment = new ModuleDeployment(ModuleCatalog.installed(), new Author("tester", "test"), Notices.NONE);
        var environment = new Environment(folder.resolve("home"), folder, Map.of());
        return new Lamin(environment, deployment, Notices.NONE, url -> Optional.empty())
                .init(InitOptions.storage("lab"))
                .instance();
    }

    /** The cells of all rows. */
    static List<List<@Nullable Object>> read(Path path) {
        try (var rows = TableFile.at(path).open()) {
            var read = new ArrayList<List<@Nullable Object>>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var cells = new ArrayList<@Nullable Object>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.cell(i));
                }
                read.add(cells);
            }
            return read;
        }
    }
}
