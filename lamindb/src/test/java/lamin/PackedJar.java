package lamin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/** A class path as one jar. */
final class PackedJar {
    private PackedJar() {}

    /** Without any class: its manifest names the entries. */
    static Path namingOthers(Path file, List<Path> classPath) throws IOException {
        var names = classPath.stream().map(entry -> entry.toUri().toString()).collect(Collectors.joining(" "));
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest(names))) {
            jar.finish();
        }
        return file;
    }

    /** All files of all entries. Lists of services are joined; of other files with one name the first is kept. */
    static Path withAll(Path file, List<Path> classPath) throws IOException {
        var contents = new LinkedHashMap<String, byte[]>();
        for (var entry : classPath) {
            if (Files.isDirectory(entry)) {
                addFolder(entry, contents);
            } else {
                addJar(entry, contents);
            }
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest(""))) {
            jar.setLevel(Deflater.BEST_SPEED);
            for (var content : contents.entrySet()) {
                jar.putNextEntry(new JarEntry(content.getKey()));
                jar.write(content.getValue());
            }
        }
        return file;
    }

    private static void addFolder(Path folder, Map<String, byte[]> contents) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString(), Files.readAllBytes(file), contents);
            }
        }
    }

    private static void addJar(Path jar, Map<String, byte[]> contents) throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            for (var entry :
                    opened.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var stream = opened.getInputStream(entry)) {
                    add(entry.getName(), stream.readAllBytes(), contents);
                }
            }
        }
    }

    private static void add(String name, byte[] bytes, Map<String, byte[]> contents) {
        if (name.startsWith("META-INF/services/")) {
            contents.merge(name, bytes, PackedJar::joined);
        } else if (!name.matches("META-INF/(MANIFEST\\.MF|.*\\.(SF|RSA|DSA))")) {
            contents.putIfAbsent(name, bytes);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.write('\n');
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static Manifest manifest(String classPath) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        return manifest;
    }
}
