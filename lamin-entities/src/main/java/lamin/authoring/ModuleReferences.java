package lamin.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;

/**
 * The modules that a module needs: those that its entities mention, according to their class files, and those that its
 * migrations depend on, which its entities may no longer mention.
 */
public final class ModuleReferences {
    private final Collection<ModuleInfo> candidates;
    private final ClassLoader loader;
    private final Map<String, ModuleInfo> found = new LinkedHashMap<>();

    private ModuleReferences(Collection<ModuleInfo> candidates, ClassLoader loader) {
        this.candidates = candidates;
        this.loader = loader;
    }

    /** The modules that it needs, directly or indirectly, without itself. */
    public static List<ModuleInfo> of(ModuleInfo module, Collection<ModuleInfo> candidates, ClassLoader loader) {
        var references = new ModuleReferences(candidates, loader);
        references.follow(module);
        references.found.remove(module.name());
        return new ArrayList<>(references.found.values());
    }

    private void follow(ModuleInfo module) {
        for (var entity : module.entities()) {
            var constants = constants(entity);
            for (var candidate : candidates) {
                if (constants.contains(candidate.rootPackage().replace('.', '/') + "/")) {
                    add(candidate);
                }
            }
        }
        var revisions = module.revisions().stream()
                .flatMap(revision -> revision.dependsOn().stream())
                .collect(Collectors.toSet());
        candidates.stream()
                .filter(candidate ->
                        candidate.revisions().stream().map(RevisionInfo::id).anyMatch(revisions::contains))
                .forEach(this::add);
    }

    private void add(ModuleInfo module) {
        if (found.putIfAbsent(module.name(), module) == null) {
            follow(module);
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
