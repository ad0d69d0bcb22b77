import lamin.schema.internal.database.DatabaseSystem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import lamin.schema.internal.entities.EntityModel;
import lamin.entities.EntityModelReader;
import lamin.entities.ModuleEntities;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.Reversal;

/**
 * Makes the tables of entities, and migrates them to other entities, as {@code ../changes/run} asks for it: a request is a
 * line on standard input, its parts divided by tabs. {@code make MODEL URL} or {@code migrate BEFORE AFTER URL
 * DECISION...}; a model is a folder of sources. The answer is lines, the last one a single dot. A failure begins with
 * {@code failed: }, what a migration did not do with {@code left: }.
 */
public final class Changes {
    private static final Owner OWNER = Owner.of("bench");
    private static final Map<String, EntityModel> MODELS = new HashMap<>();

    private Changes() {}

    public static void main(String[] arguments) throws Exception {
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = requests.readLine(); line != null; line = requests.readLine()) {
            answer(line.split("\t")).forEach(System.out::println);
            System.out.println(".");
        }
    }

    private static List<String> answer(String[] request) {
        try {
            return switch (request[0]) {
                case "make" -> make(model(request[1]), request[2]);
                case "migrate" ->
                    migrate(
                            model(request[1]),
                            model(request[2]),
                            request[3],
                            decisions(List.of(request).subList(4, request.length)));
                default -> throw new IllegalArgumentException(request[0]);
            };
        } catch (LaminException e) {
            return List.of("failed: " + e.getMessage());
        } catch (Exception e) {
            return List.of("failed: " + e);
        }
    }

    private static List<String> make(EntityModel model, String url) {
        deploy(url, List.of(first(model)));
        return List.of();
    }

    private static List<String> migrate(EntityModel before, EntityModel after, String url, Decisions decisions)
            throws SQLException {
        var first = first(before);
        var state = Replay.of(SchemaModel.EMPTY, OWNER, first.upgrade());
        var found = Detector.detect(state, after.schema(), Map.of(), after.hints(), decisions);
        var told = new ArrayList<String>();
        found.questions().forEach(question -> told.add("failed: " + question.text()));
        var operations = found.of(OWNER.module());
        operations.forEach(operation -> told.add(JavaSource.of(operation, OWNER)));
        if (!operations.isEmpty()) {
            deploy(url, List.of(first, script("000000000002", List.of(first.revision()), state, operations)));
        }
        told.addAll(left(state, operations, after, url));
        return told;
    }

    /** What is still to detect after the migration: from the scripts, and from the live database. */
    private static List<String> left(SchemaModel before, List<Operation> operations, EntityModel after, String url)
            throws SQLException {
        var scripts = Replay.of(before, OWNER, operations);
        var again = Detector.detect(scripts, after.schema(), Map.of(), after.hints(), Decisions.NONE);
        var fromScripts = Stream.concat(
                again.of(OWNER.module()).stream().map(operation -> JavaSource.of(operation, OWNER)),
                again.questions().stream().map(question -> question.text()));
        try (var connection = DriverManager.getConnection(url)) {
            var fromDatabase = LogicalForm.differences(
                    LogicalForm.of(after.schema(), DatabaseSystem.of(connection)), live(connection));
            return Stream.concat(fromScripts, fromDatabase.stream())
                    .map(line -> "left: " + line)
                    .toList();
        }
    }

    private static SchemaModel live(Connection connection) throws SQLException {
        var found = Introspector.read(connection)
                .where(table -> table.name().name().startsWith(OWNER.prefix() + "_"));
        return LogicalForm.of(found, DatabaseSystem.of(connection));
    }

    private static Script first(EntityModel model) {
        var operations = Detector.detect(SchemaModel.EMPTY, model.schema(), Map.of(), model.hints(), Decisions.NONE);
        return script("000000000001", List.of(), SchemaModel.EMPTY, operations.of(OWNER.module()));
    }

    private static Script script(String id, List<String> down, SchemaModel before, List<Operation> operations) {
        var info = new RevisionInfo(id, down, "vX.X.X", List.of(), List.of(), "", true, List.of(), "V" + id);
        return new Script(OWNER, info, operations, Reversal.of(before, OWNER, operations));
    }

    private static void deploy(String url, List<Script> scripts) {
        var infos = scripts.stream().map(Script::info).toList();
        var head = scripts.getLast().revision();
        var module = new ModuleInfo(
                OWNER.module(), "lnschema_bench", "0.1.0", head, OWNER.prefix(), List.of(), Map.of(), infos, List.of(),
                Path.of("lnschema-bench.jar"));
        var deployer = new Deployer(
                () -> DriverManager.getConnection(url),
                List.of(new Chain(module, scripts)),
                new Author("benchmark", "0"),
                Notices.NONE);
        deployer.allowingDrops(deployer.losses().stream().map(Loss::name).collect(Collectors.toSet()))
                .deploy();
    }

    /** Reads {@code rename TABLE.OLD=NEW} and {@code fill TABLE.COLUMN=SQL}; what else goes may go. */
    private static Decisions decisions(List<String> lines) {
        var decisions = Decisions.NONE.withAllDrops();
        for (var line : lines) {
            var words = line.split("[ =]", 3);
            decisions = words[0].equals("rename")
                    ? decisions.withRename(words[1], words[2])
                    : decisions.withFill(words[1], words[2]);
        }
        return decisions;
    }

    private static EntityModel model(String folder) throws Exception {
        if (!MODELS.containsKey(folder)) {
            MODELS.put(folder, read(Path.of(folder)));
        }
        return MODELS.get(folder);
    }

    private static EntityModel read(Path folder) throws Exception {
        var classes = compiled(folder);
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        var entities = new ArrayList<Class<?>>();
        try (var files = Files.list(classes.resolve("lnschema_bench"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".class", "");
                var type = Class.forName("lnschema_bench." + name, false, loader);
                if (type.isAnnotationPresent(jakarta.persistence.Entity.class)) {
                    entities.add(type);
                }
            }
        }
        return EntityModelReader.read(List.of(new ModuleEntities(OWNER.module(), OWNER.prefix(), entities)));
    }

    private static Path compiled(Path folder) throws Exception {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-nowarn"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (var files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).sorted().forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the entities in " + folder + " do not compile");
        }
        return classes;
    }
}
