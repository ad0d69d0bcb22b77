package lamin.schema.internal.alembic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/**
 * The folder that an export is written to. A checksum list in the format of {@code sha256sum} distinguishes files
 * written by an earlier export from files that the user added or changed; only the former are replaced.
 */
public record ExportFolder(Path folder) {
    private static final String LIST = "lamin-export.sha256";

    public ExportFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Writes these files, by path relative to the folder, and deletes those of an earlier export: both or neither. */
    public void write(SortedMap<String, String> files) {
        try {
            refuseForeignFiles();
            var fresh = beside("new");
            try {
                fill(fresh, files);
                replaceBy(fresh);
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "the export cannot be written to " + folder + ": " + e, e);
        }
    }

    /** A hidden folder next to this one; leftovers of a killed export are deleted. */
    private Path beside(String ending) throws IOException {
        var path = folder.resolveSibling("." + folder.getFileName() + "." + ending);
        delete(path);
        return path;
    }

    private static void fill(Path fresh, SortedMap<String, String> files) throws IOException {
        var checksums = new StringBuilder();
        for (var file : files.entrySet()) {
            var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            write(fresh.resolve(file.getKey()), bytes);
            checksums.append(sha256(bytes)).append("  ").append(file.getKey()).append('\n');
        }
        write(fresh.resolve(LIST), checksums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void replaceBy(Path fresh) throws IOException {
        var old = beside("old");
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        try {
            Files.move(fresh, folder);
        } catch (IOException e) {
            Files.move(old, folder);
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void refuseForeignFiles() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new LaminException(ErrorCode.FAILURE, folder + " is not a folder");
        }
        var exported = exported();
        var foreign = new TreeSet<>(present().entrySet().stream()
                .filter(file -> !file.getValue().equals(exported.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList());
        if (!foreign.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    folder + " holds files that no export wrote, or that were changed since: "
                            + foreign.stream().limit(5).collect(Collectors.joining(", "))
                            + (foreign.size() > 5 ? " and " + (foreign.size() - 5) + " more" : "")
                            + "\nnothing was written",
                    new Advice("move those files away, or export to another folder"));
        }
    }

    /** The checksums of the existing files, by path; files compiled by Python are ignored. */
    private Map<String, String> present() throws IOException {
        var checksums = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(each -> !Files.isDirectory(each)).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.equals(LIST) && !name.contains("__pycache__/")) {
                    checksums.put(name, sha256(Files.readAllBytes(path)));
                }
            }
        }
        return checksums;
    }

    /** The checksums of the files as the last export wrote them, by path. */
    private Map<String, String> exported() throws IOException {
        var list = folder.resolve(LIST);
        return Files.exists(list)
                ? Files.readAllLines(list).stream()
                        .map(line -> line.split("  ", 2))
                        .filter(parts -> parts.length == 2)
                        .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (first, second) -> second))
                : Map.of();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
