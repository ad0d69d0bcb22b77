package lamin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.module.ModuleDeployment;
import lamin.module.SchemaDeployment;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.Environment;

/** A user's home and working directory in a temporary folder. */
public record Home(Path folder, RecordedNotices notices) {

    static Home in(Path folder) {
        return new Home(folder, new RecordedNotices());
    }

    Lamin lamin() {
        return lamin(deployment());
    }

    /** Deploys the modules on the class path of the tests. */
    public static SchemaDeployment deployment() {
        return new ModuleDeployment(ModuleCatalog.installed(), new Author("tester", "test"), Notices.NONE);
    }

    Lamin lamin(SchemaDeployment deployment) {
        return new Lamin(environment(Map.of()), deployment, notices, url -> Optional.empty());
    }

    Environment environment(Map<String, String> variables) {
        return new Environment(folder.resolve("home"), folder, variables);
    }

    Path settings() {
        return folder.resolve("home/.lamin");
    }

    /** All files with what they hold and when they were last written. */
    SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                files.put(
                        folder.relativize(path).toString(),
                        Files.isDirectory(path)
                                ? "folder"
                                : Files.getLastModifiedTime(path) + " "
                                        + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
