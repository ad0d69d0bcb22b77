package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.graph.format.Format;
import lamin.graph.format.Formats;
import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;

/**
 * A graph that can be drawn and exported. Formats that draw it ({@code svg}, {@code png}, {@code dot}, {@code mermaid}
 * and those of Graphviz) show its picture; {@code json}, {@code graphml} and {@code csv} contain all of its nodes and
 * edges.
 */
public interface ExportableGraph {
    /** The contents of a picture, before layout. */
    Picture picture();

    /** All nodes and edges, for other programs. */
    PropertyGraph properties();

    /** The formats available here. */
    Formats available();

    /** The names of the formats available here. */
    default List<String> formats() {
        return available().names();
    }

    /**
     * The graph in a format, for example {@code "svg"}.
     *
     * @throws lamin.graph.format.UnknownFormatException if the format is not available; the exception lists the
     *     available ones
     */
    default byte[] create(String format) {
        return switch (available().named(format)) {
            case Format.OfPicture drawn -> drawn.write(picture());
            case Format.OfGraph exported -> exported.write(properties());
        };
    }

    /** The picture in Graphviz' language; Graphviz need not be installed. */
    default byte[] createDot() {
        return create("dot");
    }

    /** The picture as SVG text. */
    default String svg() {
        return new String(create("svg"), UTF_8);
    }

    /** Writes the graph in the format given by the file's extension. */
    default void write(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        var bytes = create(dot < 0 ? "" : name.substring(dot + 1));
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
