package lamin.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Formats output as JSON. */
public final class Json {
    private static final ObjectMapper ON_A_LINE = new ObjectMapper();
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String text(Object value) {
        return text(MAPPER, value);
    }

    /** Without line breaks, for a stream that also contains other lines. */
    public static String line(Object value) {
        return text(ON_A_LINE, value);
    }

    private static String text(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a result that can be printed: " + value.getClass(), e);
        }
    }
}
