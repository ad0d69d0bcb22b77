package lamin.cli.command;

import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleInfo;

/**
 * A schema module that commands can use, and why.
 *
 * @param where the project, jar or coordinates that it was found by
 */
public record FoundModule(ModuleCode code, Origin origin, String where) {
    /** In this order: of two modules with one name the first counts. */
    public enum Origin {
        /** The project in the current folder, from source. */
        EDITABLE,
        /** Added by this user. */
        ADDED,
        /** Carried by Lamin4j itself. */
        DISTRIBUTION
    }

    public String name() {
        return code.name();
    }

    /** All that the class files say. */
    public ModuleInfo info() {
        return code.info();
    }
}
