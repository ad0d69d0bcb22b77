import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Deployer;
import lamin.schema.module.Chain;
import lamin.schema.module.ModuleScanner;

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
                deploy(database, module, turn > 0 && arguments[0].equals("again"));
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }
        System.out.println(seconds);
    }

    private static void deploy(Path database, Path classes, boolean isDone) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var module = ModuleScanner.scan(classes).orElseThrow();
            var chain = Chain.load(module, loader);
            var result = new Deployer(
                            () -> DriverManager.getConnection("jdbc:sqlite:" + database),
                            List.of(chain),
                            new Author("benchmark", "0"),
                            Notices.NONE)
                    .deploy();
            if (result.applied().size() != (isDone ? 0 : module.revisions().size())) {
                throw new IllegalStateException("applied only " + result.applied().size());
            }
        }
    }
}
