package lamin.graph.format;

import java.util.List;

/** The formats that are built in. */
public final class Formats {
    public static final List<Format> BUILT_IN = List.of(new Svg(), new Png());

    private Formats() {}
}
