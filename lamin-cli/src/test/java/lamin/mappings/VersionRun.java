package lamin.mappings;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lamin.schema.LaminException;
import lamin.schema.Naming;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.NamingRules;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;

/** All features with one version of Hibernate, on both databases. */
final class VersionRun {
    private final MappingTrials trials;
    private final Predicate<Trial> isCompared;
    private final Set<String> readable = new LinkedHashSet<>();
    private int deployed;
    private final Map<String, String> refusals = new LinkedHashMap<>();

    /**
     * @param isCompared of which features the columns are shown, beside those that Hibernate makes
     */
    VersionRun(MappingTrials trials, Predicate<Trial> isCompared) {
        this.trials = trials;
        this.isCompared = isCompared;
    }

    /** The result of each feature, in the order of the page. */
    Map<String, Result> run() {
        read();
        var tables = tables();
        var results = new LinkedHashMap<String, Result>();
        var postgresql = on(TestDatabase.Kind.POSTGRESQL, tables);
        var sqlite = on(TestDatabase.Kind.SQLITE, tables);
        for (var trial : trials.trials()) {
            results.put(
                    trial.title(),
                    new Result(
                            trial,
                            refusals.getOrDefault(trial.title(), ""),
                            postgresql.result(trial.title()),
                            sqlite.result(trial.title())));
        }
        return results;
    }

    /** Together, as the deploy does; whatever is not expected to be refused is read one by one only if that fails. */
    private void read() {
        var supported = new ArrayList<String>();
        for (var trial : trials.trials()) {
            if (trial.isRefused()) {
                read(trial.title());
            } else {
                supported.add(trial.title());
            }
        }
        for (var titles : trials.together(supported)) {
            try {
                trials.read("shop", titles);
                readable.addAll(titles);
            } catch (RuntimeException | LinkageError e) {
                titles.forEach(this::read);
            }
        }
    }

    private void read(String title) {
        try {
            trials.read("shop", List.of(title));
            readable.add(title);
        } catch (LaminException e) {
            refusals.put(title, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            refusals.put(title, "failure: " + e);
        }
    }

    /** Of all compared features with which Hibernate starts. */
    private Map<String, List<String>> tables() {
        var tables = new LinkedHashMap<String, List<String>>();
        var titles =
                trials.trials().stream().filter(isCompared).map(Trial::title).toList();
        piecewise(titles, some -> tables.putAll(trials.tables(some)));
        return tables;
    }

    /** With all of them; if that fails, with each half. */
    private static void piecewise(List<String> titles, Consumer<List<String>> work) {
        try {
            work.accept(titles);
        } catch (RuntimeException | LinkageError e) {
            int half = titles.size() / 2;
            if (half > 0) {
                piecewise(titles.subList(0, half), work);
                piecewise(titles.subList(half, titles.size()), work);
            }
        }
    }

    private OnDatabase on(TestDatabase.Kind kind, Map<String, List<String>> tables) {
        try (var ours = kind.create();
                var theirs = kind.create()) {
            var undeployed = deploy(ours);
            var working = expectedOn(kind).stream()
                    .filter(title -> !undeployed.containsKey(title))
                    .toList();
            var outcomes = new LinkedHashMap<>(trials.run(key(kind), url(ours), working, true));
            outcomes.putAll(undeployed);
            outcomes.putAll(unexpected(kind));
            makeTheirs(theirs, key(kind), tables.keySet());
            return new OnDatabase(outcomes, columns(ours, tables), columns(theirs, tables));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(TestDatabase database) {
        return switch (database.kind()) {
            case POSTGRESQL -> database.jdbcUrl();
            case SQLITE -> database.jdbcUrl() + "?date_class=text";
        };
    }

    private static String key(TestDatabase.Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> "postgresql";
            case SQLITE -> "sqlite";
        };
    }

    /** All together; if that fails, each half. */
    private Map<String, Outcome> deploy(TestDatabase database) throws SQLException {
        prepare(database);
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("create table table_of_others (id "
                    + (database.kind() == TestDatabase.Kind.POSTGRESQL
                            ? "bigint generated by default as identity primary key"
                            : "integer primary key")
                    + ", value varchar(255))");
        }
        var failed = new LinkedHashMap<String, Outcome>();
        trials.together(expectedOn(database.kind())).forEach(titles -> deploy(database, titles, failed));
        return failed;
    }

    private static void prepare(TestDatabase database) throws SQLException {
        if (database.kind() == TestDatabase.Kind.POSTGRESQL) {
            try (var connection = database.connection();
                    var statement = connection.createStatement()) {
                statement.execute("create schema mapping_schema");
                statement.execute("create type colour as enum ('BLUE', 'GREEN', 'RED')");
            }
        }
    }

    private List<String> expectedOn(TestDatabase.Kind kind) {
        return trials.trials().stream()
                .filter(trial -> readable.contains(trial.title()))
                .filter(trial -> kind == TestDatabase.Kind.POSTGRESQL || !trial.isOnlyOnPostgresql())
                .map(Trial::title)
                .toList();
    }

    /** Those that should not work on SQLite, one by one. */
    private Map<String, Outcome> unexpected(TestDatabase.Kind kind) throws SQLException {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var expected = expectedOn(kind);
        try (var database = kind.create()) {
            prepare(database);
            for (var title : readable) {
                if (!expected.contains(title)) {
                    deploy(database, List.of(title), outcomes);
                    if (!outcomes.containsKey(title)) {
                        outcomes.putAll(trials.run(key(kind), url(database), List.of(title), true));
                    }
                }
            }
        }
        return outcomes;
    }

    private void deploy(TestDatabase database, List<String> titles, Map<String, Outcome> failed) {
        try {
            var module = "shop" + ++deployed;
            deploy(database, module, trials.read(module, titles));
        } catch (LaminException e) {
            int half = titles.size() / 2;
            if (half == 0) {
                failed.put(titles.getFirst(), Outcome.of("deploy", e));
            } else {
                deploy(database, titles.subList(0, half), failed);
                deploy(database, titles.subList(half, titles.size()), failed);
            }
        }
    }

    private void deploy(TestDatabase database, String name, SchemaModel model) {
        var operations = Detector.detect(
                        SchemaModel.EMPTY, model, Map.of(name, new Owner(name, "")), Hints.NONE, Decisions.NONE)
                .of(name);
        var info = new RevisionInfo(
                "%012d".formatted(deployed), List.of(), "vX.X.X", List.of(), List.of(), "", true, List.of(), "V1");
        var module = new ModuleInfo(
                name,
                "com.example." + name,
                "0.1.0",
                info.id(),
                "",
                NamingRules.of(Naming.SPRING),
                List.of(),
                List.of(),
                Map.of(),
                List.of(info),
                List.of(),
                Path.of("shop.jar"),
                name);
        var chain = new Chain(module, List.of(new Script(new Owner(name, ""), info, operations, List.of())));
        new Deployer(database::connection, List.of(chain), new Author("tester", "test"), Notices.NONE).deploy();
    }

    private void makeTheirs(TestDatabase database, String key, Set<String> titles) throws SQLException {
        prepare(database);
        var statements = new LinkedHashSet<String>();
        piecewise(List.copyOf(titles), some -> statements.addAll(trials.ddl(key, some)));
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    // its table is missing then, which the page shows
                }
            }
        }
    }

    private static Map<String, String> columns(TestDatabase database, Map<String, List<String>> tables)
            throws SQLException {
        var shown = new LinkedHashMap<String, String>();
        try (var connection = database.connection()) {
            for (var feature : tables.entrySet()) {
                shown.put(feature.getKey(), Columns.show(connection, database.kind(), feature.getValue()));
            }
        }
        return shown;
    }

    /** What happened on one database. */
    private record OnDatabase(
            Map<String, Outcome> outcomes, Map<String, String> columns, Map<String, String> columnsOfHibernate) {
        Result.Place result(String title) {
            return new Result.Place(
                    outcomes.getOrDefault(title, new Outcome("read", "")),
                    columns.getOrDefault(title, ""),
                    columnsOfHibernate.getOrDefault(title, ""));
        }
    }
}
