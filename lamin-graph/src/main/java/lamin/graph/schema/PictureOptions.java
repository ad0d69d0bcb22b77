package lamin.graph.schema;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.model.Table;

/**
 * What to show of a schema.
 *
 * @param modules the modules to show; empty for all
 * @param versions the version of each module, where known
 * @param linkTables draw link tables as boxes instead of folding them into edges
 * @param hubsFrom a table that so many columns or more point to is a hub: those columns name it instead of drawing a line
 * @param commonColumns repeat the columns that most tables have in each box
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

    /** The table belongs to a module that is shown. */
    public boolean shows(Table table) {
        return modules.isEmpty() || modules.contains(table.module());
    }
}
