package lamin.schema.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * Finds schema modules in jars and folders of classes. Class files are read, never loaded, so that looking at a module
 * runs none of its code. Source: the class file format of the JVM specification, chapter 4, read with ASM.
 */
public final class ModuleScanner {
    /** The root package may have others before it. */
    private static final Pattern ROOT = Pattern.compile("(?:.*/)?lnschema_([a-z][a-z0-9_]*)/package-info\\.class");

    /** More than any honest module has; protects against archives made to exhaust. */
    private static final int MOST_ENTRIES = 100_000;

    private static final long LARGEST_CLASS = 4L << 20;

    private ModuleScanner() {}

    /** The modules of a class path, in its order; entries that are not there are passed over. */
    public static List<ModuleInfo> scanClassPath(List<Path> classPath) {
        return classPath.stream()
                .filter(Files::exists)
                .map(ModuleScanner::scan)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The module in a jar or a folder of classes; empty if there is none. */
    public static Optional<ModuleInfo> scan(Path location) {
        try {
            return Files.isDirectory(location) ? scanFolder(location) : scanJar(location);
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    location + " cannot be read as a jar or a folder of classes: " + e.getMessage(),
                    e);
        }
    }

    private static Optional<ModuleInfo> scanFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        var entries = files.stream()
                .map(file -> new Entry(
                        folder.relativize(file).toString().replace('\\', '/'), () -> Files.readAllBytes(file)))
                .toList();
        return scan(folder, entries);
    }

    private static Optional<ModuleInfo> scanJar(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new IOException("it has " + zip.size() + " entries, more than " + MOST_ENTRIES);
            }
            var entries = new ArrayList<Entry>();
            zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .forEach(entry -> entries.add(new Entry(entry.getName(), () -> read(zip, entry))));
            return scan(jar, entries);
        }
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            var bytes = stream.readNBytes((int) LARGEST_CLASS + 1);
            if (bytes.length > LARGEST_CLASS) {
                throw new IOException(entry.getName() + " is larger than " + LARGEST_CLASS + " bytes");
            }
            return bytes;
        }
    }

    private static Optional<ModuleInfo> scan(Path location, List<Entry> entries) throws IOException {
        for (var entry : entries) {
            var matcher = ROOT.matcher(entry.name());
            if (matcher.matches()) {
                var facts = ClassFacts.read(entry.bytes());
                var module = facts.schemaModule();
                if (module.isPresent()) {
                    return Optional.of(module(location, entries, entry, matcher.group(1), module.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static ModuleInfo module(
            Path location, List<Entry> entries, Entry packageInfo, String name, AnnotationValues annotation)
            throws IOException {
        var root = packageInfo.name().substring(0, packageInfo.name().lastIndexOf('/') + 1);
        var entities = new ArrayList<String>();
        var revisions = new ArrayList<RevisionInfo>();
        for (var entry : sorted(entries, file -> file.startsWith(root) && !file.equals(packageInfo.name()))) {
            var facts = ClassFacts.read(entry.bytes());
            if (facts.isEntity()) {
                entities.add(facts.className());
            }
            facts.revision().map(values -> revision(values, facts.className())).ifPresent(revisions::add);
        }
        return new ModuleInfo(
                name,
                root.substring(0, root.length() - 1).replace('/', '.'),
                annotation.text("version", ""),
                annotation.text("migration", ""),
                nonEmpty(annotation.text("tablePrefix", ""), name),
                entities,
                revisions,
                location);
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

    private static List<Entry> sorted(List<Entry> entries, Predicate<String> wanted) {
        return entries.stream()
                .filter(entry -> wanted.test(entry.name()))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private static String nonEmpty(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    /** A class file, read when it is wanted. */
    private record Entry(String name, Content content) {
        byte[] bytes() throws IOException {
            return content.read();
        }
    }

    private interface Content {
        byte[] read() throws IOException;
    }
}
