package lamin.cli.command;

import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleInfo;

/**
 * A schema module that commands can use, and its origin.
 *
 * @param where the project, jar or coordinates where it was found
 */
public record FoundModule(ModuleCode code, Origin origin, String where) {
    /** In order of precedence: of two modules with the same name the first is used. */
    public enum Origin {
        /** The project in the current folder, from source. */
        EDITABLE,
        /** On the class path of that project, which its build tool knows. */
        CLASS_PATH,
        /** Added by the user. */
        ADDED,
        /** Part of Lamin4j. */
        DISTRIBUTION
    }

    public String name() {
        return code.name();
    }

    /** The complete contents of the class files. */
    public ModuleInfo info() {
        return code.info();
    }
}
