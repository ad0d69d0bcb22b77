import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import lamin.project.ModuleLoader;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleScanner;

/**
 * Times a deploy inside a program that already runs, or the same statements over JDBC: `raw|deploy DATABASES MODULE SQL`.
 * Each of several databases is deployed to, or with `again` the same one, which needs nothing from the second time on; the
 * last time is printed, in seconds.
 */
public final class InProcessDeploy {
    private static final int REPETITIONS = 4;

    private InProcessDeploy() {}

    public static void main(String[] arguments) throws Exception {
        var databases = Files.createDirectories(Path.of(arguments[1]));
        var module = Path.of(arguments[2]);
        var statements = Files.readAllLines(Path.of(arguments[3]));
        double seconds = 0;
        for (int turn = 0; turn < REPETITIONS; turn++) {
            var database = databases.resolve((arguments[0].equals("again") ? 0 : turn) + ".db");
            long start = System.nanoTime();
            if (arguments[0].equals("raw")) {
                RawDeploy.run(database, statements);
            } else {
                deploy(database, module, turn > 0 && arguments[0].equals("again") ? 0 : statements.size() / 2);
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }
        System.out.println(seconds);
    }

    private static void deploy(Path database, Path classes, int expected) throws Exception {
        var module = ModuleScanner.find(classes).orElseThrow();
        var rootPackages = List.of(module.header().rootPackage());
        var launcher = InProcessDeploy.class.getClassLoader();
        try (var loader = ModuleLoader.of(List.of(classes), rootPackages, false, launcher)) {
            var result = new Deployer(
                            () -> DriverManager.getConnection("jdbc:sqlite:" + database),
                            ModuleCatalog.of(List.of(module), loader).chainsOf(List.of(module.name())),
                            new Author("benchmark", "0"),
                            Notices.NONE)
                    .deploy();
            if (result.applied().size() != expected) {
                throw new IllegalStateException("applied " + result.applied().size() + ", expected " + expected);
            }
        }
    }
}
