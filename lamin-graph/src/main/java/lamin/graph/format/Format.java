package lamin.graph.format;

import lamin.graph.picture.Picture;
import lamin.graph.picture.Reference;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/** A way to write a schema's graph as bytes; text is UTF-8. */
public sealed interface Format {
    /** What it is called, and the extension of its files. */
    String name();

    /** Draws what a picture shows. */
    non-sealed interface OfPicture extends Format {
        byte[] write(Picture picture);
    }

    /** Hands all tables and foreign keys to another program. */
    non-sealed interface OfGraph extends Format {
        byte[] write(Graph<Table, Reference> graph);
    }
}
