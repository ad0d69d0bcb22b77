package lamin.schema.internal.module;

import java.nio.file.Path;

/**
 * The package declaration of a schema module, and the location of the module. It is read from a single class file.
 *
 * @param name of the module; of a module of LaminDB without {@code lnschema_}
 * @param head the revision that the package names; empty before the first
 * @param tablePrefix the prefix of table names; may be empty
 * @param location the jar or the folder of classes
 * @param coordinates {@code group:artifact}, or the artifact alone if the group is unknown
 */
public record ModuleHeader(
        String name,
        String rootPackage,
        String version,
        String head,
        String tablePrefix,
        NamingRules naming,
        Path location,
        String coordinates) {
    /** The same header with known coordinates. */
    public ModuleHeader withCoordinates(String newCoordinates) {
        return new ModuleHeader(name, rootPackage, version, head, tablePrefix, naming, location, newCoordinates);
    }
}
