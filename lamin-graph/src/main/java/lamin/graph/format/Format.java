package lamin.graph.format;

import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;

/** A format that writes a graph as bytes; text is UTF-8. */
public sealed interface Format {
    /** The name of the format, also used as file extension. */
    String name();

    /** Draws a picture. */
    non-sealed interface OfPicture extends Format {
        byte[] write(Picture picture);
    }

    /** Writes all nodes and edges for another program. */
    non-sealed interface OfGraph extends Format {
        byte[] write(PropertyGraph graph);
    }
}
