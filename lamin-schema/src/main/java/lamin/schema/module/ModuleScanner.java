package lamin.schema.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.model.TableName;

/**
 * Finds schema modules in jars and folders of classes. Class files are read, never loaded, so that looking at a module
 * runs none of its code. Source: the class file format of the JVM specification, chapter 4, read with ASM.
 */
public final class ModuleScanner {
    /** The root package may have others before it. */
    private static final Pattern ROOT =
            Pattern.compile("(?:[A-Za-z_$][\\w$]*/)*lnschema_([a-z][a-z0-9_]*)/package-info\\.class");

    /** More is an application with its libraries, of which the entities are nobody's business here. */
    private static final int MOST_CLASSES_OF_A_MODULE = 5_000;

    private ModuleScanner() {}

    /** The modules of a class path, in its order; entries that are not there or no jars are passed over. */
    public static List<ModuleInfo> scanClassPath(List<Path> classPath) {
        return classPath.stream()
                .filter(entry -> Files.isDirectory(entry) || (isJar(entry) && Files.exists(entry)))
                .map(ModuleScanner::modules)
                .flatMap(List::stream)
                .toList();
    }

    /** The module in a jar or a folder of classes; empty if there is none, refused if there are several. */
    public static Optional<ModuleInfo> scan(Path location) {
        var modules = modules(location);
        if (modules.size() > 1) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    location + " holds more than one module: "
                            + modules.stream().map(ModuleInfo::rootPackage).collect(Collectors.joining(", ")),
                    new Advice("give each module a project and a jar of its own"));
        }
        return modules.stream().findFirst();
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static List<ModuleInfo> modules(Path location) {
        try (var files = ClassFiles.open(location)) {
            return modules(location, files);
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    location + " cannot be read as a jar or a folder of classes: " + e.getMessage(),
                    e);
        }
    }

    private static List<ModuleInfo> modules(Path location, ClassFiles files) throws IOException {
        var roots = new ArrayList<Root>();
        for (var name : files.names()) {
            var matcher = ROOT.matcher(name);
            if (matcher.matches()) {
                files.facts(name)
                        .schemaModule()
                        .ifPresent(annotation -> roots.add(new Root(name, matcher.group(1), annotation)));
            }
        }
        var modules = new ArrayList<ModuleInfo>();
        for (var root : roots) {
            modules.add(module(
                    location, files, root, roots.size() == 1 && files.names().size() <= MOST_CLASSES_OF_A_MODULE));
        }
        return modules;
    }

    /** A package with {@code @SchemaModule}. */
    private record Root(String packageInfo, String name, AnnotationValues annotation) {
        String folder() {
            return packageInfo.substring(0, packageInfo.lastIndexOf('/') + 1);
        }

        String packageName() {
            return folder().substring(0, folder().length() - 1).replace('/', '.');
        }

        boolean isAbove(String file) {
            return file.startsWith(folder()) && !file.equals(packageInfo);
        }
    }

    private static ModuleInfo module(Path location, ClassFiles files, Root root, boolean isAlone) throws IOException {
        var values = root.annotation();
        var given = values.text("tablePrefix", "");
        var prefix = given.isEmpty() ? root.name() : given;
        var entities = new ArrayList<String>();
        var namedTables = new HashMap<String, TableName>();
        var revisions = new ArrayList<RevisionInfo>();
        for (var name : files.names().stream().filter(root::isAbove).toList()) {
            var facts = files.facts(name);
            if (facts.isEntity()) {
                entities.add(facts.className());
                namedTable(facts, prefix).ifPresent(table -> namedTables.put(facts.className(), table));
            }
            facts.revision()
                    .map(annotation -> revision(annotation, facts.className()).allowing(allowances(facts)))
                    .ifPresent(revisions::add);
        }
        var module = new ModuleInfo(
                root.name(),
                root.packageName(),
                values.text("version", ""),
                values.text("migration", ""),
                prefix,
                entities,
                namedTables,
                revisions,
                isAlone ? strays(files, root) : List.of(),
                location);
        var artifacts = files.artifacts();
        return artifacts.size() == 1 ? module.withCoordinates(artifacts.getFirst()) : module;
    }

    private static Optional<TableName> namedTable(ClassFacts entity, String prefix) {
        var simpleName = entity.className().substring(entity.className().lastIndexOf('.') + 1);
        var usual = prefix + "_" + simpleName.toLowerCase(Locale.ROOT);
        return entity.table()
                .map(table -> tableName(table.text("schema", ""), table.text("name", usual)))
                .filter(table -> !table.equals(TableName.of(usual)));
    }

    private static TableName tableName(String schema, String name) {
        return schema.isEmpty() ? TableName.of(name) : TableName.of(schema, name);
    }

    /** Entities and migrations beside the root package; where modules share a jar, what is beside one is another's. */
    private static List<String> strays(ClassFiles files, Root root) throws IOException {
        var strays = new ArrayList<String>();
        for (var name : files.names()) {
            if (!name.startsWith(root.folder())) {
                var facts = files.facts(name);
                if (facts.isEntity() || facts.revision().isPresent()) {
                    strays.add(facts.className());
                }
            }
        }
        return strays;
    }

    private static List<Allowance> allowances(ClassFacts facts) {
        return facts.allowed().stream()
                .map(values -> new Allowance(values.text("rule", ""), values.text("reason", "")))
                .toList();
    }

    private static RevisionInfo revision(AnnotationValues values, String className) {
        return new RevisionInfo(
                values.text("id", ""),
                values.texts("down"),
                values.text("release", "vX.X.X"),
                values.texts("dependsOn"),
                values.texts("replaces"),
                values.text("checksum", ""),
                values.flag("transactional", true),
                values.texts("django"),
                className);
    }
}
