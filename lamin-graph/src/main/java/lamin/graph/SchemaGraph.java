package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.graph.format.Format;
import lamin.graph.format.Formats;
import lamin.graph.picture.Picture;
import lamin.graph.picture.PictureOptions;
import lamin.graph.picture.Reference;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/**
 * Tables and foreign keys as a graph, to draw and to export. It never changes; each {@code with} method gives another.
 *
 * <p>Pictures ({@code svg}, {@code png}, {@code dot}, {@code mermaid} and what Graphviz draws) are made to be read: link
 * tables become lines, columns that point to a hub name it instead of drawing a line, and columns that most tables
 * have are told once. All three can be switched off. The other formats hold every table and foreign key.
 */
public final class SchemaGraph {
    private final SchemaModel model;
    private final PictureOptions options;
    private final Formats formats;

    private SchemaGraph(SchemaModel model, PictureOptions options, Formats formats) {
        this.model = model;
        this.options = options;
        this.formats = formats;
    }

    /** All tables of a model, without the formats of Graphviz. */
    public static SchemaGraph of(SchemaModel model) {
        return new SchemaGraph(model, PictureOptions.DEFAULT, Formats.on(""));
    }

    /** Offers also what the {@code dot} program draws, if it is in a folder of this {@code PATH}. */
    public SchemaGraph withGraphvizOn(String path) {
        return new SchemaGraph(model, options, Formats.on(path));
    }

    /** The heading of a picture, such as the instance's name. */
    public SchemaGraph withTitle(String title) {
        return with(options.withTitle(title));
    }

    /** The versions of modules, by their names. */
    public SchemaGraph withVersions(Map<String, String> versions) {
        return with(options.withVersions(versions));
    }

    /** The tables of these modules alone, and of the others what they point to or are linked from. */
    public SchemaGraph module(String... names) {
        var known = model.tables().stream()
                .map(Table::module)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        var wanted = new TreeSet<>(Arrays.asList(names));
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("no tables of module "
                    + wanted.stream().filter(name -> !known.contains(name)).collect(Collectors.joining(", "))
                    + "; there are tables of " + String.join(", ", known));
        }
        return with(options.withModules(wanted));
    }

    /** Draws link tables as boxes instead of lines. */
    public SchemaGraph withLinkTables(boolean drawn) {
        return with(options.withLinkTables(drawn));
    }

    /**
     * From how many references on a table is a hub, to which no lines are drawn; 16 unless set. {@link Integer#MAX_VALUE}
     * draws every line.
     */
    public SchemaGraph withHubsFrom(int references) {
        return with(options.withHubsFrom(references));
    }

    /** Repeats in each box the columns that most tables have. */
    public SchemaGraph withCommonColumns(boolean repeated) {
        return with(options.withCommonColumns(repeated));
    }

    private SchemaGraph with(PictureOptions newOptions) {
        return new SchemaGraph(model, newOptions, formats);
    }

    /** The names of the formats that can be made here. */
    public List<String> formats() {
        return formats.names();
    }

    /**
     * The graph in a format, for instance {@code "svg"}.
     *
     * @throws lamin.graph.format.UnknownFormatException if there is no such format here; it names those that are
     */
    public byte[] create(String format) {
        return switch (formats.named(format)) {
            case Format.OfPicture drawn -> drawn.write(picture());
            case Format.OfGraph exported -> exported.write(asGraph());
        };
    }

    /** The picture in Graphviz' language; Graphviz need not be installed. */
    public byte[] createDot() {
        return create("dot");
    }

    /** The picture as SVG text. */
    public String svg() {
        return new String(create("svg"), UTF_8);
    }

    /** Writes the format that the file's extension names. */
    public void write(Path file) {
        var bytes = create(extension(file));
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** What a picture shows, before anything has a place. */
    public Picture picture() {
        return Picture.of(model, options);
    }

    /** The tables and their foreign keys as a JGraphT graph, for its algorithms and exporters. */
    public Graph<Table, Reference> asGraph() {
        return Reference.graphOf(model, options::shows);
    }
}
