package lamin.graph.picture;

import java.util.List;
import lamin.schema.model.SchemaModel;

/**
 * What a picture of a schema shows.
 *
 * @param common the columns that are told once, in the legend, because most tables have them
 * @param hubs the titles of the tables to which no edge is drawn, because too many would be
 */
public record Picture(
        String title, List<Group> groups, List<Box> boxes, List<Edge> edges, List<Row> common, List<String> hubs) {

    public Picture {
        groups = List.copyOf(groups);
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
        common = List.copyOf(common);
        hubs = List.copyOf(hubs);
    }

    public static Picture of(SchemaModel model, PictureOptions options) {
        return new PictureBuilder(model, options).build();
    }

    /** The group that the box stands in. */
    public Group groupOf(Box box) {
        return groups.stream()
                .filter(group -> group.module().equals(box.module()))
                .findFirst()
                .orElseThrow();
    }
}
