package lamin.graph.schema;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.model.Table;

/**
 * The parts of a schema to show.
 *
 * @param modules the modules to show; empty for all
 * @param versions the version of each module, if known
 * @param linkTables whether to draw link tables as boxes instead of folding them into edges
 * @param hubsFrom the number of references from which a table is a hub; columns that reference a hub name it instead of
 *     drawing a line
 * @param commonColumns whether to repeat the columns shared by most tables in each box
 */
public record PictureOptions(
        String title,
        SortedSet<String> modules,
        Map<String, String> versions,
        boolean linkTables,
        int hubsFrom,
        boolean commonColumns) {
    public static final PictureOptions DEFAULT = new PictureOptions("", new TreeSet<>(), Map.of(), false, 16, false);

    public PictureOptions {
        modules = new TreeSet<>(modules);
        versions = Map.copyOf(versions);
    }

    public PictureOptions withTitle(String newTitle) {
        return new PictureOptions(newTitle, modules, versions, linkTables, hubsFrom, commonColumns);
    }

    public PictureOptions withModules(SortedSet<String> newModules) {
        return new PictureOptions(title, newModules, versions, linkTables, hubsFrom, commonColumns);
    }

    public PictureOptions withVersions(Map<String, String> newVersions) {
        return new PictureOptions(title, modules, newVersions, linkTables, hubsFrom, commonColumns);
    }

    public PictureOptions withLinkTables(boolean shown) {
        return new PictureOptions(title, modules, versions, shown, hubsFrom, commonColumns);
    }

    public PictureOptions withHubsFrom(int references) {
        return new PictureOptions(title, modules, versions, linkTables, references, commonColumns);
    }

    public PictureOptions withCommonColumns(boolean repeated) {
        return new PictureOptions(title, modules, versions, linkTables, hubsFrom, repeated);
    }

    /** Whether the table belongs to a shown module. */
    public boolean shows(Table table) {
        return modules.isEmpty() || modules.contains(table.module());
    }
}
