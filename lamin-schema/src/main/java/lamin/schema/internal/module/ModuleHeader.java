package lamin.schema.internal.module;

import java.nio.file.Path;

/**
 * What the package of a schema module says, and where the module is. One class file is read for it.
 *
 * @param name without {@code lnschema_}
 * @param head the revision that the package names; empty before the first
 * @param location the jar or the folder of classes
 * @param coordinates {@code group:artifact}, or the artifact alone where no group is known
 */
public record ModuleHeader(
        String name,
        String rootPackage,
        String version,
        String head,
        String tablePrefix,
        Path location,
        String coordinates) {
    /** The same, known to come from there. */
    public ModuleHeader withCoordinates(String newCoordinates) {
        return new ModuleHeader(name, rootPackage, version, head, tablePrefix, location, newCoordinates);
    }
}
