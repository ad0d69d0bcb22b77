package lamin.schema.internal.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The convention that schema modules keep; all that is wrong is told together. */
public final class ModuleConvention {
    private static final Pattern REVISION_ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([.-].+)?");
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> RESERVED = Set.of("lamindb", "lamin", "migration", "django");

    /** The module that alone has a reserved prefix. */
    public static final String CORE = "core";

    private ModuleConvention() {}

    /** Refuses modules that are against the convention, alone or beside each other. */
    public static void refuseViolations(List<ModuleInfo> modules) {
        var problems = new ArrayList<String>();
        modules.forEach(module ->
                violations(module).forEach(problem -> problems.add("module " + module.name() + ": " + problem)));
        problems.addAll(collisions(modules));
        if (!problems.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", problems));
        }
    }

    /** Whether a table or a prefix begins with what belongs to this project, Python's lamindb or the ledger. */
    public static boolean isReserved(String name) {
        var first = name.toLowerCase(Locale.ROOT).split("_", 2)[0];
        return RESERVED.contains(first);
    }

    /** What is wrong with one module. */
    public static List<String> violations(ModuleInfo module) {
        var problems = new ArrayList<>(violationsOfClasses(module));
        wrongHead(module).ifPresent(problems::add);
        return problems;
    }

    /** What is wrong with one module, which head it names left out. */
    public static List<String> violationsOfClasses(ModuleInfo module) {
        var problems = new ArrayList<String>();
        if (!VERSION.matcher(module.version()).matches()) {
            problems.add("@SchemaModule(version = \"" + module.version() + "\") is no version such as 1.0.0");
        }
        if (!PREFIX.matcher(module.tablePrefix()).matches()) {
            problems.add("tablePrefix \"" + module.tablePrefix() + "\" must be lower-case letters, digits and _");
        }
        if (isReserved(module.tablePrefix()) && !module.name().equals(CORE)) {
            problems.add("tablePrefix \"" + module.tablePrefix() + "\" is reserved; choose another");
        }
        module.entities().stream()
                .filter(entity -> entity.contains("$"))
                .forEach(
                        entity -> problems.add(entity + ": an @Entity must be a class of its own, not inside another"));
        module.strays().forEach(stray -> problems.add(stray + " must be in " + module.rootPackage()));
        module.revisions().forEach(info -> problems.addAll(violations(module, info)));
        return problems;
    }

    /** What is wrong where the package names another head than the chain ends with; two heads are another matter. */
    public static Optional<String> wrongHead(ModuleInfo module) {
        var heads = Chain.heads(module);
        var head = heads.isEmpty() ? "" : heads.first();
        if (heads.size() > 1 || module.head().equals(head)) {
            return Optional.empty();
        }
        return Optional.of("package-info.java says migration = \"" + module.head() + "\", the chain ends with \"" + head
                + "\"\nwrite: @SchemaModule(" + attributes(module, head) + ")");
    }

    private static String attributes(ModuleInfo module, String head) {
        var prefix =
                module.tablePrefix().equals(module.name()) ? "" : ", tablePrefix = \"" + module.tablePrefix() + "\"";
        return "version = \"" + module.version() + "\", migration = \"" + head + "\"" + prefix;
    }

    private static List<String> violations(ModuleInfo module, RevisionInfo info) {
        var problems = new ArrayList<String>();
        if (!REVISION_ID.matcher(info.id()).matches()) {
            problems.add(info.className() + ": revision id \"" + info.id() + "\" must be twelve hex digits");
        }
        if (!info.className().startsWith(module.rootPackage() + ".migrations.versions.")) {
            problems.add(info.className() + " must be in " + module.rootPackage() + ".migrations.versions");
        }
        return problems;
    }

    /** The known module that has the table prefix of another one, which then could never be mounted beside it. */
    public static Optional<String> sharedPrefix(ModuleHeader module, Collection<ModuleHeader> known) {
        return known.stream()
                .filter(other -> !other.name().equals(module.name()))
                .filter(other -> other.tablePrefix().equals(module.tablePrefix()))
                .findFirst()
                .map(other -> "module " + module.name() + " has tablePrefix \"" + module.tablePrefix()
                        + "\", which is that of module " + other.name());
    }

    private static List<String> collisions(List<ModuleInfo> modules) {
        var problems = new ArrayList<String>();
        var byPrefix = new HashMap<String, ModuleInfo>();
        for (var module : modules) {
            var twin = byPrefix.put(module.tablePrefix(), module);
            if (twin != null) {
                problems.add("modules " + twin.name() + " and " + module.name() + " both have tablePrefix \""
                        + module.tablePrefix() + "\"");
            }
        }
        return problems;
    }
}
