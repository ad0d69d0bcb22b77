package lamin.graph.picture;

/**
 * The boxes of one module, drawn in one colour and side by side.
 *
 * @param module empty for the tables that no module knows
 * @param version empty when it is not known
 * @param tables how many tables the module has
 * @param boxes how many of them are boxes of the picture
 * @param folded how many of them are drawn as lines
 */
public record Group(String module, String version, int tables, int boxes, int folded) {
    /** The heading, as {@code core 2.12.1}. */
    public String title() {
        return module.isEmpty() ? "no module" : (module + " " + version).strip();
    }

    /** What the picture shows of the module's tables. */
    public String count() {
        var all = tables == 1 ? "1 table" : tables + " tables";
        if (boxes + folded < tables) {
            return boxes + " of " + all;
        }
        return folded == 0 ? all : all + ", " + folded + " as lines";
    }
}
