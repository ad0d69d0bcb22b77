package lamin.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.settings.ModuleSource.Artifact;
import lamin.settings.ModuleSource.Folder;
import lamin.settings.ModuleSource.Jar;

/** The modules that the user added, by name; stored in {@code lamin4j/modules.json} of the settings folder. */
public record RegisteredModules(SettingsFolder folder) {
    public SortedMap<String, ModuleSource> all() {
        var file = file();
        if (!Files.exists(file)) {
            return Collections.emptySortedMap();
        }
        var modules = new TreeMap<String, ModuleSource>();
        read(file).properties().forEach(entry -> modules.put(entry.getKey(), source(entry.getValue(), file)));
        return modules;
    }

    /** Adds a module, or replaces its source. */
    public void add(String name, ModuleSource source) {
        var modules = new TreeMap<>(all());
        modules.put(name, source);
        write(modules);
    }

    /** Returns whether the module was registered. */
    public boolean remove(String name) {
        var modules = new TreeMap<>(all());
        boolean removed = modules.remove(name) != null;
        if (removed) {
            write(modules);
        }
        return removed;
    }

    private Path file() {
        return folder.path().resolve("lamin4j").resolve("modules.json");
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(SettingsFolder.readText(file));
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage());
        }
    }

    private static ModuleSource source(JsonNode node, Path file) {
        if (node.hasNonNull("path")) {
            return new Folder(Path.of(node.get("path").asText()));
        }
        if (node.hasNonNull("jar")) {
            return new Jar(Path.of(node.get("jar").asText()));
        }
        var coordinates = node.path("artifact").asText().split(":", -1);
        if (coordinates.length != 3) {
            throw unreadable(file, "a module has a path, a jar, or an artifact group:artifact:version, found: " + node);
        }
        return new Artifact(coordinates[0], coordinates[1], coordinates[2]);
    }

    private void write(SortedMap<String, ModuleSource> modules) {
        var root = JsonNodeFactory.instance.objectNode();
        modules.forEach((name, source) -> describe(source, root.putObject(name)));
        folder.write(file(), root.toPrettyString() + "\n");
    }

    private static void describe(ModuleSource source, ObjectNode node) {
        switch (source) {
            case Folder(var path) -> node.put("path", path.toAbsolutePath().toString());
            case Jar(var path) -> node.put("jar", path.toAbsolutePath().toString());
            case Artifact artifact -> node.put("artifact", artifact.toString());
        }
    }

    private static LaminException unreadable(Path file, String reason) {
        return new LaminException(ErrorCode.FAILURE, "cannot use " + file + "\n" + reason);
    }
}
