package lamin.schema.internal.module;

import java.nio.charset.StandardCharsets;
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
import lamin.schema.Naming;

/** The conventions for schema modules; all violations are reported together. */
public final class ModuleConvention {
    private static final Pattern REVISION_ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([.-].+)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PREFIX = Pattern.compile("([a-z][a-z0-9_]*)?");
    private static final Set<String> RESERVED = Set.of("lamindb", "lamin", "migration", "django");

    /** PostgreSQL truncates the name of the primary key of {@code migration_{module}} to 63 bytes. */
    private static final int LONGEST_NAME = 63 - "migration__pkc".length();

    /** The only module that may use a reserved prefix. */
    public static final String CORE = "core";

    private ModuleConvention() {}

    /** Refuses modules that violate the convention, individually or in combination. */
    public static void refuseViolations(List<ModuleInfo> modules) {
        var problems = new ArrayList<String>();
        modules.forEach(module ->
                violations(module).forEach(problem -> problems.add("module " + module.name() + ": " + problem)));
        problems.addAll(collisions(modules));
        if (!problems.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", problems));
        }
    }

    /**
     * Whether a table name or a prefix begins with one that belongs to this project, Python's lamindb or the ledger.
     */
    public static boolean isReserved(String name) {
        var first = name.toLowerCase(Locale.ROOT).split("_", 2)[0];
        return RESERVED.contains(first);
    }

    /** The violations of one module. */
    public static List<String> violations(ModuleInfo module) {
        var problems = new ArrayList<>(violationsOfClasses(module));
        wrongHead(module).ifPresent(problems::add);
        return problems;
    }

    /** The violations of one module, not counting a wrong head. */
    public static List<String> violationsOfClasses(ModuleInfo module) {
        var problems = new ArrayList<String>();
        int bytes = module.name().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            problems.add("the name has " + bytes + " bytes, of which the names in the ledger's tables leave room for "
                    + LONGEST_NAME);
        }
        if (!NAME.matcher(module.name()).matches()) {
            problems.add("\"" + module.name() + "\" is not a name of lower-case letters, digits and _; write"
                    + " @SchemaModule(name = ...)");
        }
        if (!VERSION.matcher(module.version()).matches()) {
            problems.add("@SchemaModule(version = \"" + module.version() + "\") is not a version such as 1.0.0");
        }
        if (!PREFIX.matcher(module.tablePrefix()).matches()) {
            problems.add("tablePrefix \"" + module.tablePrefix() + "\" must be lower-case letters, digits and _");
        }
        if (!module.naming().hasPrefix() && !module.tablePrefix().isEmpty()) {
            problems.add("tablePrefix is for naming = LAMIN; leave it out");
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

    /** The violation if the package names a head other than the end of the chain; two heads are reported elsewhere. */
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
        var attributes = new ArrayList<String>();
        attributes.add("version = \"" + module.version() + "\"");
        attributes.add("migration = \"" + head + "\"");
        if (!module.name().equals(ModuleScanner.usualName(module.rootPackage()))) {
            attributes.add("name = \"" + module.name() + "\"");
        }
        if (module.naming().naming() != Naming.LAMIN) {
            attributes.add("naming = Naming." + module.naming().naming());
        }
        if (module.naming().hasPrefix() && !module.tablePrefix().equals(module.name())) {
            attributes.add("tablePrefix = \"" + module.tablePrefix() + "\"");
        }
        addStrategy("implicitNamingStrategy", module.naming().implicitStrategy(), attributes);
        addStrategy("physicalNamingStrategy", module.naming().physicalStrategy(), attributes);
        return String.join(", ", attributes);
    }

    private static void addStrategy(String attribute, String className, List<String> attributes) {
        if (!className.isEmpty()) {
            attributes.add(attribute + " = \"" + className + "\"");
        }
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
                .filter(other -> !module.tablePrefix().isEmpty())
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
            if (twin != null && !module.tablePrefix().isEmpty()) {
                problems.add("modules " + twin.name() + " and " + module.name() + " both have tablePrefix \""
                        + module.tablePrefix() + "\"");
            }
        }
        return problems;
    }
}
