package lamin.schema.internal.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Naming;
import lamin.schema.Remedy.Advice;
import lamin.schema.SchemaModule;
import lamin.schema.model.TableName;

/**
 * Finds schema modules in jars and folders of classes. Class files are read, never loaded, so inspecting a module runs
 * none of its code. Source: the class file format of the JVM specification, chapter 4, read with ASM.
 */
public final class ModuleScanner {
    /**
     * Marks a jar or folder that has modules, and names their root packages, one a line. Where several were packed into one
     * jar and one index is left, it still marks the jar, and all modules in it are found.
     */
    public static final String INDEX = "META-INF/lamin/modules";

    static final String PACKAGE_INFO = "/package-info.class";
    private static final String USUAL_START = "lnschema_";

    /** A jar with more classes is an application with its libraries, whose entities are ignored. */
    private static final int MOST_CLASSES_OF_A_MODULE = 5_000;

    private static final String ENGINE = "lamin/schema/SchemaModule.class";

    private ModuleScanner() {}

    /** The modules of a class path, in its order; entries that do not exist or are not jars are skipped. */
    public static List<ModuleCode> findOnClassPath(List<Path> classPath) {
        return find(classPath.stream()
                .filter(entry -> Files.isDirectory(entry) || (isJar(entry) && Files.exists(entry)))
                .map(ModulePlace.Local::new));
    }

    /** The modules that a class loader sees. */
    public static List<ModuleCode> visibleTo(ClassLoader loader) {
        return find(ModulePlaces.of(loader).stream());
    }

    /** Those in folders of classes, in the order of the class path: the module that is being worked on is the first. */
    public static List<ModuleCode> inFoldersOf(ClassLoader loader) {
        return find(ModulePlaces.folders(loader).stream());
    }

    private static List<ModuleCode> find(Stream<? extends ModulePlace> places) {
        return places.map(ModuleScanner::modules).flatMap(List::stream).toList();
    }

    /** The modules in a jar or a folder of classes, sorted by package. */
    public static List<ModuleCode> in(Path location) {
        return modules(new ModulePlace.Local(location));
    }

    /** The module in a jar or a folder of classes; empty if there is none, refused if there are several. */
    public static Optional<ModuleCode> find(Path location) {
        var modules = in(location);
        if (modules.size() > 1) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    location + " holds more than one module: "
                            + modules.stream()
                                    .map(module -> module.header().rootPackage())
                                    .collect(Collectors.joining(", ")),
                    new Advice("give each module that is added a jar of its own"));
        }
        return modules.stream().findFirst();
    }

    /** The same, with the full contents of its class files. */
    public static Optional<ModuleInfo> scan(Path location) {
        return find(location).map(ModuleCode::info);
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static List<ModuleCode> modules(ModulePlace place) {
        return reading(place, files -> {
            var roots = roots(files);
            return roots.stream()
                    .map(root -> ModuleCode.of(root.header(place.path(), files), () -> scan(place, root, roots)))
                    .toList();
        });
    }

    private static List<Root> roots(ClassFiles files) throws IOException {
        var roots = new ArrayList<Root>();
        for (var name : files.names()) {
            if (name.endsWith(PACKAGE_INFO)) {
                var facts = files.facts(name);
                if (isInPlace(name, facts)) {
                    facts.schemaModule().ifPresent(annotation -> roots.add(new Root(name, annotation)));
                }
            }
        }
        return roots;
    }

    /** A class in a folder such as {@code BOOT-INF/classes} is found there by its class loader. */
    private static boolean isInPlace(String name, ClassFacts facts) {
        return name.equals(facts.className().replace('.', '/') + ".class");
    }

    private static ModuleCode.Scanned scan(ModulePlace place, Root root, List<Root> roots) {
        return reading(place, files -> {
            boolean mayHaveStrays = roots.size() == 1 && !isApplication(files);
            return new ModuleCode.Scanned(
                    module(place.path(), files, root, roots, mayHaveStrays), ContentKey.of(files.contents()));
        });
    }

    /** The name of a module that states none: the last part of its package. */
    static String usualName(String rootPackage) {
        var last = lastPart(rootPackage);
        return last.startsWith(USUAL_START) ? last.substring(USUAL_START.length()) : last;
    }

    /** Whether a package is called {@code lnschema_{name}}, as those of LaminDB are. */
    public static boolean isUsual(String rootPackage) {
        return lastPart(rootPackage).startsWith(USUAL_START);
    }

    private static String lastPart(String rootPackage) {
        return rootPackage.substring(rootPackage.lastIndexOf('.') + 1);
    }

    /** Whether other code than a module's was packed into the same place, whose entities do not matter here. */
    private static boolean isApplication(ClassFiles files) {
        return files.names().size() > MOST_CLASSES_OF_A_MODULE || files.names().contains(ENGINE);
    }

    private interface Reading<T> {
        T of(ClassFiles files) throws IOException;
    }

    private static <T> T reading(ModulePlace place, Reading<T> reading) {
        try (var files = place.open()) {
            return reading.of(files);
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    place.path() + " cannot be read as a jar or a folder of classes: " + e.getMessage(),
                    e);
        }
    }

    /** A package with {@code @SchemaModule}. */
    private record Root(String packageInfo, AnnotationValues annotation) {
        String name() {
            return annotation.text("name", usualName(packageName()));
        }

        String folder() {
            return packageInfo.substring(0, packageInfo.lastIndexOf('/') + 1);
        }

        String packageName() {
            return folder().substring(0, folder().length() - 1).replace('/', '.');
        }

        boolean isAbove(String file) {
            return file.startsWith(folder()) && !file.equals(packageInfo);
        }

        NamingRules naming() {
            return new NamingRules(
                    Naming.valueOf(annotation.text("naming", Naming.LAMIN.name())),
                    annotation.text("implicitNamingStrategy", ""),
                    annotation.text("physicalNamingStrategy", ""));
        }

        ModuleHeader header(Path location, ClassFiles files) {
            var prefix = annotation.text("tablePrefix", naming().hasPrefix() ? SchemaModule.NAME : "");
            var artifacts = files.artifacts();
            return new ModuleHeader(
                    name(),
                    packageName(),
                    annotation.text("version", ""),
                    annotation.text("migration", ""),
                    prefix.replace(SchemaModule.NAME, name()),
                    naming(),
                    location,
                    artifacts.size() == 1 ? artifacts.getFirst() : "lnschema-" + name());
        }
    }

    private static ModuleInfo module(
            Path location, ClassFiles files, Root root, List<Root> roots, boolean mayHaveStrays) throws IOException {
        var header = root.header(location, files);
        var entities = new ArrayList<String>();
        var helpers = new ArrayList<String>();
        var namedTables = new HashMap<String, TableName>();
        var revisions = new ArrayList<RevisionInfo>();
        var inside = roots.stream()
                .filter(other -> root.isAbove(other.packageInfo()))
                .toList();
        var names = files.names().stream()
                .filter(root::isAbove)
                .filter(file -> inside.stream().noneMatch(other -> file.startsWith(other.folder())))
                .toList();
        for (var facts : InParallel.map(names, files::facts)) {
            if (facts.isEntity()) {
                entities.add(facts.className());
                namedTable(facts, header.tablePrefix()).ifPresent(table -> namedTables.put(facts.className(), table));
            }
            if (facts.isHelper()) {
                helpers.add(facts.className());
            }
            facts.revision()
                    .map(annotation -> revision(annotation, facts.className()).allowing(allowances(facts)))
                    .ifPresent(revisions::add);
        }
        var strays = mayHaveStrays ? strays(files, root) : List.<String>of();
        return ModuleInfo.of(header, entities, helpers, namedTables, revisions, strays);
    }

    private static Optional<TableName> namedTable(ClassFacts entity, String prefix) {
        var simpleName = entity.className().substring(entity.className().lastIndexOf('.') + 1);
        var usual = (prefix.isEmpty() ? "" : prefix + "_") + simpleName.toLowerCase(Locale.ROOT);
        return entity.table()
                .map(table -> tableName(table.text("schema", ""), table.text("name", usual)))
                .filter(table -> !table.equals(TableName.of(usual)));
    }

    private static TableName tableName(String schema, String name) {
        return schema.isEmpty() ? TableName.of(name) : TableName.of(schema, name);
    }

    /**
     * Entities and migrations outside the root package; if modules share a jar, those are ignored as another module's.
     */
    private static List<String> strays(ClassFiles files, Root root) throws IOException {
        var strays = new ArrayList<String>();
        for (var name : files.names()) {
            if (!name.startsWith(root.folder())) {
                var facts = files.facts(name);
                if (facts.isManagedEntity() || facts.revision().isPresent()) {
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
                values.text("hibernate", ""),
                className,
                List.of());
    }
}
