package lamin.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import lamin.authoring.CheckReport;
import lamin.authoring.ModuleCheck;
import lamin.entities.HibernateReader;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleScanner;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The requirements on the migrations of a schema module. A module's complete migration test is a class that extends
 * this one and adds nothing:
 *
 * <pre>{@code
 * class MigrationTest extends MigrationContract {}
 * }</pre>
 *
 * <p>The rules that need no database, those of {@code lamin migrate check}, are tested first. If they hold, the
 * following is tested on SQLite and on PostgreSQL: a new database matches the scripts; every migration goes up, down
 * and up again; and every released version upgrades to every later one and to the current state, with rows in the
 * tables, which keep all values that the scripts do not change.
 */
public abstract class MigrationContract {

    /** The module under test: the first on the class path that is a folder of classes rather than a jar. */
    protected ModuleInfo module() {
        return ModuleScanner.inFoldersOf(getClass().getClassLoader()).stream()
                .map(ModuleCode::info)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no schema module among the classes under test"
                        + "\nexpected: a package with @SchemaModule in its package-info.java"));
    }

    /** The modules that the one under test may depend on: those that its class loader sees. */
    protected ModuleCatalog catalog() {
        return ModuleCatalog.installed();
    }

    /** The environment variables; in a GitHub Actions job, missing operations are written to its summary. */
    protected Map<String, String> environment() {
        return System.getenv();
    }

    /**
     * Inserts rows into a database that is at {@code revision} of the module. It is called once for each database, as
     * soon as the module has tables in it; tables that are still empty afterwards get generated rows. Override it if
     * custom rows test more, or if rows cannot be generated.
     *
     * @param connection in auto-commit mode
     */
    protected void insertRows(String revision, Connection connection) throws SQLException {}

    @TestFactory
    Stream<DynamicTest> migrations() {
        var module = module();
        var catalog = catalog();
        var problems = ModuleCheck.of(module, catalog.all(), catalog.loader(), new HibernateReader(catalog.loader()));
        var report = new CheckReport(problems, project(module), environment(), Wording::of);
        report.leave();
        ClosingReport.add(report);
        return report.failures().isEmpty()
                ? Stream.concat(ContractTests.of(report), onDatabases(ModuleHistory.of(module, catalog)))
                : ContractTests.of(report);
    }

    private Stream<DynamicTest> onDatabases(ModuleHistory history) {
        return Arrays.stream(TestDatabase.Kind.values())
                .flatMap(kind -> new DatabaseChecks(kind, history, this::insertRows).tests());
    }

    /** The nearest folder above the classes that has a pom, otherwise the working directory of the tests. */
    private static Path project(ModuleInfo module) {
        return Stream.iterate(module.location().toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .findFirst()
                .orElse(Path.of("").toAbsolutePath());
    }
}
