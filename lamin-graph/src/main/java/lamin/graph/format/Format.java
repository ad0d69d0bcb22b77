package lamin.graph.format;

import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;

/** A way to write a graph as bytes; text is UTF-8. */
public sealed interface Format {
    /** What it is called, and the extension of its files. */
    String name();

    /** Draws what a picture shows. */
    non-sealed interface OfPicture extends Format {
        byte[] write(Picture picture);
    }

    /** Writes all nodes and edges for another program. */
    non-sealed interface OfGraph extends Format {
        byte[] write(PropertyGraph graph);
    }
}
