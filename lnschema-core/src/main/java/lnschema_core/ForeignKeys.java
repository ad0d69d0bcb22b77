package lnschema_core;

/** How foreign keys of schema modules are declared. */
public final class ForeignKeys {
    /** Checked at commit, so that rows which point at each other may be saved in any order. */
    public static final String DEFERRED = "deferrable initially deferred";

    private ForeignKeys() {}
}
