package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.graph.picture.Reference;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/** An edge list: a header, then a line for each foreign key (RFC 4180, but with line feeds alone). */
final class Csv implements Format.OfGraph {
    private static final List<String> HEADER =
            List.of("source", "source_column", "target", "target_column", "name", "on_delete");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public byte[] write(Graph<Table, Reference> graph) {
        return Stream.concat(Stream.of(HEADER), graph.edgeSet().stream().map(Csv::fields))
                .map(fields -> fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static List<String> fields(Reference reference) {
        return List.of(
                reference.source().toString(),
                String.join(" ", reference.key().columns()),
                reference.target().toString(),
                String.join(" ", reference.key().targetColumns()),
                reference.name(),
                reference.key().onDelete().sql());
    }

    private static String quoted(String field) {
        var plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
