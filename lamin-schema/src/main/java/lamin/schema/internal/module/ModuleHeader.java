package lamin.schema.internal.module;

import java.nio.file.Path;

/**
 * The package declaration of a schema module, and the location of the module. It is read from a single class file.
 *
 * @param name without {@code lnschema_}
 * @param head the revision that the package names; empty before the first
 * @param location the jar or the folder of classes
 * @param coordinates {@code group:artifact}, or the artifact alone if the group is unknown
 */
public record ModuleHeader(
        String name,
        String rootPackage,
        String version,
        String head,
        String tablePrefix,
        Path location,
        String coordinates) {
    /** The same header with known coordinates. */
    public ModuleHeader withCoordinates(String newCoordinates) {
        return new ModuleHeader(name, rootPackage, version, head, tablePrefix, location, newCoordinates);
    }
}
