package lamin.schema.module;

import java.nio.file.Path;
import java.util.List;
import lamin.schema.model.Owner;

/**
 * A schema module as its class files describe it.
 *
 * @param name without {@code lnschema_}
 * @param head the revision that the package names; empty before the first
 * @param entities binary names of the entity classes, sorted
 * @param revisions sorted by class name
 * @param strays binary names of entities and migrations outside the root package, which the module cannot have
 * @param location the jar or the folder of classes
 * @param coordinates {@code group:artifact}, or the artifact alone where no group is known
 */
public record ModuleInfo(
        String name,
        String rootPackage,
        String version,
        String head,
        String tablePrefix,
        List<String> entities,
        List<RevisionInfo> revisions,
        List<String> strays,
        Path location,
        String coordinates) {
    public ModuleInfo {
        entities = List.copyOf(entities);
        revisions = List.copyOf(revisions);
        strays = List.copyOf(strays);
    }

    /** A module of which only the artifact's name is known, by convention. */
    public ModuleInfo(
            String name,
            String rootPackage,
            String version,
            String head,
            String tablePrefix,
            List<String> entities,
            List<RevisionInfo> revisions,
            List<String> strays,
            Path location) {
        this(name, rootPackage, version, head, tablePrefix, entities, revisions, strays, location, "lnschema-" + name);
    }

    /** The same, known to come from there. */
    public ModuleInfo withCoordinates(String newCoordinates) {
        return new ModuleInfo(
                name, rootPackage, version, head, tablePrefix, entities, revisions, strays, location, newCoordinates);
    }

    public Owner owner() {
        return new Owner(name, tablePrefix);
    }
}
