package lamin.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.graph.format.Formats;
import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;
import lamin.graph.schema.PictureOptions;
import lamin.graph.schema.Reference;
import lamin.graph.schema.SchemaPicture;
import lamin.graph.schema.SchemaProperties;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/**
 * Tables and foreign keys as a graph, for drawing and export. It is immutable; each {@code with} method returns a new
 * graph.
 *
 * <p>Pictures are simplified: link tables become lines, columns that reference a hub name it instead of drawing a line,
 * and columns shared by most tables are listed once. All three can be switched off. The other formats contain every
 * table and foreign key.
 */
public final class SchemaGraph implements ExportableGraph {
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

    /** Adds the formats of Graphviz's {@code dot} program, if it is in a folder of this {@code PATH}. */
    public SchemaGraph withGraphvizOn(String path) {
        return new SchemaGraph(model, options, Formats.on(path));
    }

    /** The heading of a picture, such as the instance's name. */
    public SchemaGraph withTitle(String title) {
        return with(options.withTitle(title));
    }

    /** The versions of modules, by name. */
    public SchemaGraph withVersions(Map<String, String> versions) {
        return with(options.withVersions(versions));
    }

    /** Only the tables of these modules, and those tables of others that they reference or are linked from. */
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
     * The number of references from which a table is a hub, to which no lines are drawn; 16 by default.
     * {@link Integer#MAX_VALUE} draws every line.
     */
    public SchemaGraph withHubsFrom(int references) {
        return with(options.withHubsFrom(references));
    }

    /** Repeats the columns shared by most tables in each box. */
    public SchemaGraph withCommonColumns(boolean repeated) {
        return with(options.withCommonColumns(repeated));
    }

    private SchemaGraph with(PictureOptions newOptions) {
        return new SchemaGraph(model, newOptions, formats);
    }

    @Override
    public Formats available() {
        return formats;
    }

    @Override
    public Picture picture() {
        return SchemaPicture.of(model, options);
    }

    @Override
    public PropertyGraph properties() {
        return SchemaProperties.of(asGraph());
    }

    /** The tables and their foreign keys as a JGraphT graph, for its algorithms and exporters. */
    public Graph<Table, Reference> asGraph() {
        return Reference.graphOf(model, options::shows);
    }
}
