package lamin.cli.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.artifact.SaveOptions;
import lamin.cli.command.Json;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** A file that lists what could not be saved, one JSON object a line, so that it can be repeated. */
final class SaveJournal {
    private static final String NAME = "lamin-not-saved.jsonl";

    private final Path file;

    /** @param given the journal that is repeated; null for a new one in the working directory */
    SaveJournal(Path workingDirectory, @Nullable Path given) {
        this.file = workingDirectory.resolve(given == null ? Path.of(NAME) : given);
    }

    List<SaveItem> read() {
        try {
            var json = new ObjectMapper();
            var items = new ArrayList<SaveItem>();
            for (var line : Files.readAllLines(file)) {
                items.add(item(json.readTree(line)));
            }
            return items;
        } catch (JsonProcessingException e) {
            throw new LaminException(ErrorCode.USAGE, "not a journal of lamin save: " + file, e);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.USAGE, "cannot read the journal " + file + ": " + e.getMessage(), e);
        }
    }

    private static SaveItem item(JsonNode node) {
        return new SaveItem(
                Path.of(node.path("path").asText()),
                node.path("each").asBoolean(),
                new SaveOptions(
                        node.path("key").textValue(),
                        node.path("description").textValue(),
                        node.path("kind").textValue(),
                        node.path("revises").textValue(),
                        true),
                node.path("schema").textValue());
    }

    /** Replaces the journal, or removes it if nothing failed; returns what to tell the user. */
    Optional<String> write(List<SaveItem> failed) {
        try {
            if (failed.isEmpty()) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            Files.write(file, failed.stream().map(item -> Json.line(json(item))).toList());
            return Optional.of(failed.size() + (failed.size() == 1 ? " path was" : " paths were")
                    + " not saved; repeat: lamin save --retry " + file.getFileName());
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot write the journal " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> json(SaveItem item) {
        var options = item.options();
        var map = new LinkedHashMap<String, Object>();
        map.put("path", String.valueOf(item.path()));
        map.put("each", item.isEach());
        map.put("key", options.key());
        map.put("description", options.description());
        map.put("kind", options.kind());
        map.put("revises", options.revises());
        map.put("schema", item.schema());
        return map;
    }
}
