package lamin.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ModuleInfo;

/** The modules that entities of a module mention, determined from their class files. */
final class ModuleReferences {
    private final Collection<ModuleInfo> candidates;
    private final ClassLoader loader;
    private final Map<String, ModuleInfo> found = new LinkedHashMap<>();

    private ModuleReferences(Collection<ModuleInfo> candidates, ClassLoader loader) {
        this.candidates = candidates;
        this.loader = loader;
    }

    /** The modules that it mentions, directly or indirectly, without itself. */
    static List<ModuleInfo> of(ModuleInfo module, Collection<ModuleInfo> candidates, ClassLoader loader) {
        var references = new ModuleReferences(candidates, loader);
        references.follow(module);
        references.found.remove(module.name());
        return new ArrayList<>(references.found.values());
    }

    private void follow(ModuleInfo module) {
        for (var entity : module.entities()) {
            var constants = constants(entity);
            for (var candidate : candidates) {
                boolean isMentioned = constants.contains(candidate.rootPackage().replace('.', '/') + "/");
                if (isMentioned && found.putIfAbsent(candidate.name(), candidate) == null) {
                    follow(candidate);
                }
            }
        }
    }

    /** The class file as characters, in which the names of other classes appear literally. */
    private String constants(String className) {
        try (var stream = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "class " + className + " cannot be read: " + e.getMessage(), e);
        }
    }
}
