package lamin.schema.internal.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lamin.schema.internal.module.ContentKey.Content;

/**
 * The class files in a jar or a folder, by path inside it. A jar crafted to exhaust memory or escape its folder is
 * refused.
 */
sealed interface ClassFiles extends AutoCloseable permits FolderFiles, ClassFiles.Jar {
    /** Sorted, with slashes, without {@code META-INF}. */
    List<String> names();

    /** The annotations of one class file. May be called by several threads, like {@link #bytes}. */
    default ClassFacts facts(String name) throws IOException {
        try {
            return ClassFacts.read(bytes(name));
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    byte[] bytes(String name) throws IOException;

    /** The files that a {@link ContentKey} is computed from. */
    SortedMap<String, Content> contents() throws IOException;

    /** The origin that Maven recorded in the jar, as {@code group:artifact}; an application may contain several. */
    List<String> artifacts();

    @Override
    void close() throws IOException;

    static ClassFiles open(Path location) throws IOException {
        return Files.isDirectory(location) ? FolderFiles.open(location) : Jar.open(location);
    }

    /** Whether a file is a class of the module. */
    static boolean isWanted(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/");
    }

    /** A jar. */
    final class Jar implements ClassFiles {
        /** More than any legitimate module has. */
        private static final int MOST_ENTRIES = 100_000;

        private static final Pattern MAVEN = Pattern.compile("META-INF/maven/([\\w.-]+)/([\\w.-]+)/pom\\.properties");

        private static final int LARGEST_CLASS = 4 << 20;
        private static final long LARGEST_SUM = 256L << 20;

        private final ZipFile zip;
        private final List<String> names;
        private final AtomicLong sum = new AtomicLong();

        private Jar(ZipFile zip, List<String> names) {
            this.zip = zip;
            this.names = names;
        }

        private static Jar open(Path file) throws IOException {
            return of(new ZipFile(file.toFile()));
        }

        /** Closes the jar, also where it is refused. */
        static Jar of(ZipFile zip) throws IOException {
            try {
                refuseExcess(zip.size(), MOST_ENTRIES, "entries");
                var names = zip.stream()
                        .map(ZipEntry::getName)
                        .filter(ClassFiles::isWanted)
                        .sorted()
                        .toList();
                for (var name : names) {
                    if (name.startsWith("/")
                            || name.contains("\\")
                            || List.of(name.split("/")).contains("..")) {
                        throw new IOException("the entry " + name + " leads out of it");
                    }
                }
                return new Jar(zip, names);
            } catch (IOException e) {
                zip.close();
                throw e;
            }
        }

        @Override
        public List<String> names() {
            return names;
        }

        @Override
        public byte[] bytes(String name) throws IOException {
            var entry = zip.getEntry(name);
            try (InputStream stream = zip.getInputStream(entry)) {
                var bytes = stream.readNBytes(LARGEST_CLASS + 1);
                refuseExcess(bytes.length, LARGEST_CLASS, "bytes in one class");
                refuseExcess(sum.addAndGet(bytes.length), LARGEST_SUM, "bytes of classes");
                return bytes;
            }
        }

        @Override
        public SortedMap<String, Content> contents() {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory() && ContentKey.counts(entry.getName()))
                    .collect(Collectors.toMap(
                            ZipEntry::getName,
                            entry -> new Content(entry.getSize(), entry.getCrc()),
                            (first, second) -> first,
                            TreeMap::new));
        }

        @Override
        public List<String> artifacts() {
            return zip.stream()
                    .map(entry -> MAVEN.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1) + ":" + matcher.group(2))
                    .toList();
        }

        private static void refuseExcess(long found, long most, String unit) throws IOException {
            if (found > most) {
                throw new IOException("it has more than " + most + " " + unit);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
