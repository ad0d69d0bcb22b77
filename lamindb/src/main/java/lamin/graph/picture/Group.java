package lamin.graph.picture;

/**
 * The boxes of one module, drawn in one colour and side by side.
 *
 * @param module empty for the tables that no module knows
 * @param version empty when it is not known
 * @param tables how many tables of the module the picture accounts for
 * @param folded how many of them are drawn as edges
 */
public record Group(String module, String version, int tables, int folded) {
    /** The heading, as {@code core 2.12.1}. */
    public String title() {
        return module.isEmpty() ? "tables of no module" : (module + " " + version).strip();
    }

    /** What the heading says about the number of tables. */
    public String count() {
        var all = tables == 1 ? "1 table" : tables + " tables";
        return folded == 0 ? all : all + ", " + folded + " of them drawn as links";
    }
}
