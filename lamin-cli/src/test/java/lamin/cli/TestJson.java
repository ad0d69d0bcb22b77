package lamin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What a command printed as JSON. */
final class TestJson {
    private TestJson() {}

    static JsonNode read(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
