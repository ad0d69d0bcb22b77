package lnschema_core;

/** The declaration of foreign keys in schema modules. */
public final class ForeignKeys {
    /** Checked at commit, so that rows that reference each other may be saved in any order. */
    public static final String DEFERRED = "deferrable initially deferred";

    private ForeignKeys() {}
}
