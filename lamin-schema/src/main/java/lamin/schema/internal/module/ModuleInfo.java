package lamin.schema.internal.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;

/**
 * A schema module as its class files describe it.
 *
 * @param name of the module; of a module of LaminDB without {@code lnschema_}
 * @param head the revision that the package names; empty before the first
 * @param tablePrefix the prefix of table names; may be empty
 * @param entities binary names of the entity classes, sorted
 * @param helpers binary names of converters, embeddables and mapped superclasses
 * @param namedTables by binary name, the tables of the entities whose {@code @Table} gives a name or a schema
 * @param revisions sorted by class name
 * @param strays binary names of entities and migrations outside the root package, where they are not allowed
 * @param location the jar or the folder of classes
 * @param coordinates {@code group:artifact}, or the artifact alone if the group is unknown
 */
public record ModuleInfo(
        String name,
        String rootPackage,
        String version,
        String head,
        String tablePrefix,
        NamingRules naming,
        List<String> entities,
        List<String> helpers,
        Map<String, TableName> namedTables,
        List<RevisionInfo> revisions,
        List<String> strays,
        Path location,
        String coordinates) {
    public ModuleInfo {
        entities = List.copyOf(entities);
        helpers = List.copyOf(helpers);
        namedTables = Map.copyOf(namedTables);
        revisions = List.copyOf(revisions);
        strays = List.copyOf(strays);
    }

    /** A module of LaminDB without helpers, of which only the artifact name is known, by convention. */
    public ModuleInfo(
            String name,
            String rootPackage,
            String version,
            String head,
            String tablePrefix,
            List<String> entities,
            Map<String, TableName> namedTables,
            List<RevisionInfo> revisions,
            List<String> strays,
            Path location) {
        this(
                name,
                rootPackage,
                version,
                head,
                tablePrefix,
                NamingRules.LAMIN,
                entities,
                List.of(),
                namedTables,
                revisions,
                strays,
                location,
                "lnschema-" + name);
    }

    static ModuleInfo of(
            ModuleHeader header,
            List<String> entities,
            List<String> helpers,
            Map<String, TableName> namedTables,
            List<RevisionInfo> revisions,
            List<String> strays) {
        return new ModuleInfo(
                header.name(),
                header.rootPackage(),
                header.version(),
                header.head(),
                header.tablePrefix(),
                header.naming(),
                entities,
                helpers,
                namedTables,
                revisions,
                strays,
                header.location(),
                header.coordinates());
    }

    /** The same module in another version and with another chain. */
    public ModuleInfo withChain(String newVersion, String newHead, List<RevisionInfo> newRevisions) {
        return new ModuleInfo(
                name,
                rootPackage,
                newVersion,
                newHead,
                tablePrefix,
                naming,
                entities,
                helpers,
                namedTables,
                newRevisions,
                strays,
                location,
                coordinates);
    }

    /** The same module with known coordinates. */
    public ModuleInfo withCoordinates(String newCoordinates) {
        return new ModuleInfo(
                name,
                rootPackage,
                version,
                head,
                tablePrefix,
                naming,
                entities,
                helpers,
                namedTables,
                revisions,
                strays,
                location,
                newCoordinates);
    }

    /** The package declaration and the location of the module. */
    public ModuleHeader header() {
        return new ModuleHeader(name, rootPackage, version, head, tablePrefix, naming, location, coordinates);
    }

    public Owner owner() {
        return new Owner(name, tablePrefix);
    }
}
