package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ModuleScanner;

/**
 * The resource that names the modules of a jar, so that programs find them in it. The build of {@code lnschema-parent} writes
 * it; other projects keep it among their resources.
 */
public record ModuleIndex(Path resources) {
    /** Adds a root package unless it is named already. */
    public void add(String rootPackage) {
        var file = resources.resolve(ModuleScanner.INDEX);
        try {
            var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.<String>of());
            if (!lines.contains(rootPackage)) {
                lines.add(rootPackage);
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, lines);
            }
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "the migration was written, but " + file + " cannot be: " + e.getMessage(), e);
        }
    }
}
