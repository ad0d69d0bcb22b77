package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import lamin.artifact.SaveOptions;
import lamin.artifact.SavedArtifact;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.registry.Condition;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import lnschema_core.Artifact;
import lnschema_core.ULabel;
import lnschema_core.User;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions over several calls, and the connections of calls. */
class TransactionTest {
    private static final int THREADS = 8;
    private static final Map<Kind, TestInstance> LABS = new EnumMap<>(Kind.class);

    @TempDir
    static Path folder;

    /** One for all tests, as starting Hibernate takes seconds. */
    private static TestInstance lab(Kind kind) {
        return LABS.computeIfAbsent(kind, each -> {
            try {
                return TestInstance.create(each, Files.createDirectory(folder.resolve(each.name())));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterAll
    static void close() {
        LABS.values().forEach(TestInstance::close);
        LABS.clear();
    }

    @ParameterizedTest
    @EnumSource
    void calls_of_every_kind_share_a_transaction(Kind kind) {
        var instance = lab(kind).instance();
        var labels = instance.registry(ULabel.class);
        var saved = instance.transaction(() -> {
            var label = labels.save(new ULabel("shared"));
            var artifact = save(instance, "shared.txt", "shared").artifact();
            instance.annotations(artifact).addLabel("shared");
            instance.labels().create("shared child");
            assertThat(labels.get(label.uid()).id()).isEqualTo(label.id());
            assertThat(labels.filter("name", "shared child").one().createdBy().handle())
                    .isNotEmpty();
            assertThat(instance.records("artifact")
                            .filter("ulabels.name=shared")
                            .count())
                    .isEqualTo(1);
            assertThat(seenByAnother(instance, "shared")).isZero();
            assertThatThrownBy(() -> instance.artifacts().path(artifact))
                    .hasMessageContaining("before the transaction is committed");
            assertThat(save(instance, "shared.txt", "shared").isNew()).isFalse();
            return artifact;
        });
        assertThat(seenByAnother(instance, "shared")).isEqualTo(1);
        assertThat(instance.artifacts().path(saved)).hasContent("shared");
        assertThat(instance.doctor().examine(true, bytes -> {})).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_rolls_everything_back(Kind kind) {
        var lab = lab(kind);
        var instance = lab.instance();
        var label = new ULabel("undone");
        var existing = instance.registry(ULabel.class).save(new ULabel("trashed for a moment"));
        assertThatThrownBy(() -> instance.transaction(() -> {
                    instance.registry(ULabel.class).save(label);
                    instance.registry(ULabel.class).delete(existing);
                    save(instance, "undone.txt", "undone");
                    instance.track("undone");
                    instance.transaction(() -> instance.labels().create("nested"));
                    throw new IOException("as thrown");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("as thrown");
        assertThat(lab.numbers("select count(*) from lamindb_ulabel where name in ('undone', 'nested')"))
                .containsExactly(0L);
        assertThat(lab.numbers("select count(*) from lamindb_artifact where key = 'undone.txt'"))
                .containsExactly(0L);
        assertThat(instance.doctor().examine(true, bytes -> {})).isEmpty();
        assertThat(existing.branch().name()).isEqualTo("main");
        assertThat(label).hasToString("ULabel(name=\"undone\")");
        assertThat(instance.registry(ULabel.class).save(label).run()).isNull();
        assertThatThrownBy(instance::finish).isInstanceOf(LaminException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_fails_is_undone_alone(Kind kind) {
        var lab = lab(kind);
        var instance = lab.instance();
        var first = new User("twice001", "twice");
        instance.transaction(() -> {
            instance.registry(User.class).save(first);
            assertRefused(() -> instance.registry(User.class)
                    .saveAll(List.of(new User("other001", "other"), new User("twice002", "twice"))));
            assertThatThrownBy(() -> instance.transaction(() -> {
                        instance.labels().create("part");
                        save(instance, "part.txt", "part");
                        throw new IllegalStateException("part");
                    }))
                    .hasMessage("part");
            assertThatThrownBy(() -> instance.database()
                            .read(connection -> connection.createStatement().execute("select nothing from nowhere")))
                    .isInstanceOf(LaminException.class);
            instance.labels().create("rest");
        });
        assertThat(lab.numbers("select count(*) from lamindb_user where handle in ('twice', 'other')"))
                .containsExactly(1L);
        assertThat(lab.numbers("select count(*) from lamindb_ulabel where name in ('part', 'rest')"))
                .containsExactly(1L);
        assertThat(instance.doctor().examine(true, bytes -> {})).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_file_of_a_deleted_artifact_is_removed_after_the_commit(Kind kind) {
        var instance = lab(kind).instance();
        var artifact = save(instance, "file.txt", "file").artifact();
        var path = instance.artifacts().path(artifact);
        var plan = instance.artifacts().planDelete(artifact, false);
        var typed = instance.registry(Artifact.class);
        assertThatThrownBy(() -> typed.deletePermanently(typed.get(artifact.uid())))
                .hasMessageStartingWith("an artifact is deleted permanently with its file");
        assertThatThrownBy(() -> instance.transaction(() -> {
                    instance.artifacts().delete(plan, Set.of());
                    throw new IllegalStateException("back");
                }))
                .hasMessage("back");
        assertThat(instance.artifacts().path(artifact)).hasContent("file");
        instance.transaction(() -> {
            instance.artifacts().delete(plan, Set.of());
            assertThat(path).exists();
        });
        assertThat(path).doesNotExist();
        assertThat(instance.artifacts().pendingRemovals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void threads_have_transactions_of_their_own(Kind kind) throws Exception {
        var lab = lab(kind);
        work(lab.instance(), "own");
        assertThat(lab.numbers("select count(*) from lamindb_ulabel where name like 'own %'"))
                .containsExactly(THREADS * 5L);
        assertThat(lab.numbers("select count(*) from lamindb_ulabel where name like 'common own %'"))
                .containsExactly(5L);
    }

    /** Every other transaction is rolled back. */
    private static void work(Instance instance, String name) throws Exception {
        var labels = instance.registry(ULabel.class);
        var tasks = new ArrayList<Callable<Object>>();
        for (int thread = 0; thread < THREADS; thread++) {
            var prefix = name + " " + thread + " ";
            tasks.add(() -> {
                for (int i = 0; i < 10; i++) {
                    int turn = i;
                    try {
                        instance.transaction(() -> {
                            labels.getOrSave(new ULabel("common " + name + " " + turn / 2));
                            labels.save(new ULabel(prefix + turn));
                            assertThat(labels.filter("name", prefix + turn).count())
                                    .isEqualTo(1);
                            if (turn % 2 == 1) {
                                throw new IllegalStateException("back");
                            }
                        });
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("back");
                    }
                    labels.filter(Condition.startsWith("name", prefix)).stream()
                            .forEach(each ->
                                    assertThat(each.createdBy().handle()).isNotEmpty());
                }
                return prefix;
            });
        }
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var result : pool.invokeAll(tasks)) {
                result.get();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pool_of_the_program_is_enough_with_a_connection_for_each_call(Kind kind) throws Exception {
        var lab = lab(kind);
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(jdbc(lab));
            pool.setMaximumPoolSize(2);
            pool.setAutoCommit(false);
            try (var instance = lab.home().lamin().open(lab.instance().slug().toString(), pool)) {
                work(instance, "pool");
                var artifact = save(instance, "pool.txt", "pool").artifact();
                instance.annotations(artifact).addLabel("common pool 1");
                assertThat(instance.describe("artifact", "pool.txt").toString()).isNotEmpty();
                // foreign keys are enforced
                assertRefused(() -> instance.database()
                        .write(connection -> connection
                                .createStatement()
                                .executeUpdate("update lamindb_ulabel set created_by_id = 12345")));
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            }
            assertThat(pool.isClosed()).isFalse();
        }
        assertThat(lab.numbers("select count(*) from lamindb_ulabel where name like 'common pool %'"))
                .containsExactly(5L);
    }

    @ParameterizedTest
    @EnumSource
    void a_data_source_of_another_instance_is_refused(Kind kind) {
        var lab = lab(kind);
        var other = lab(kind == Kind.SQLITE ? Kind.POSTGRESQL : Kind.SQLITE);
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(jdbc(other));
            DataSource wrong = pool;
            assertThatThrownBy(
                            () -> lab.home().lamin().open(lab.instance().slug().toString(), wrong))
                    .isInstanceOf(LaminException.class);
        }
    }

    private static String jdbc(TestInstance lab) {
        var postgres = lab.postgres();
        return postgres == null ? "jdbc:sqlite:" + lab.instance().storage().databaseFile() : postgres.jdbcUrl();
    }

    @ParameterizedTest
    @EnumSource
    void calls_reuse_a_connection_as_long_as_it_is_usable(Kind kind) throws Exception {
        var lab = lab(kind);
        try (var instance = lab.open()) {
            mark(instance);
            assertThat(isMarked(instance)).isTrue();
            instance.transaction(() -> assertThat(isMarked(instance)).isTrue());
            assertThat(isMarked(instance)).isTrue();
            if (kind == Kind.POSTGRESQL) {
                lab.numbers("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
                Thread.sleep(1100);
            } else {
                var file = instance.storage().databaseFile();
                Files.copy(file, file.resolveSibling("copy"));
                Files.move(file.resolveSibling("copy"), file, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(isMarked(instance)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_that_is_left_open_blocks_nobody(Kind kind) {
        var lab = lab(kind);
        lab.instance().database().read(connection -> {
            var rows = connection.createStatement().executeQuery("select * from lamindb_branch");
            return rows.next();
        });
        assertThat(lab.sql("update lamindb_branch set description = 'not blocked' where id = 1"))
                .isEqualTo(1);
    }

    private static void mark(Instance instance) {
        instance.database()
                .read(connection -> connection.createStatement().execute("create temp table marked (x int)"));
    }

    private static boolean isMarked(Instance instance) {
        var sql = instance.database().url() instanceof SqliteUrl
                ? "select 1 from sqlite_temp_schema where name = 'marked'"
                : "select 1 from pg_class where oid = to_regclass('pg_temp.marked')";
        return instance.database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                return rows.next();
            }
        });
    }

    private static SavedArtifact save(Instance instance, String name, String text) {
        return instance.artifacts().save(text.getBytes(StandardCharsets.UTF_8), name, SaveOptions.key(name));
    }

    private static long seenByAnother(Instance instance, String name) {
        return CompletableFuture.supplyAsync(() ->
                        instance.registry(ULabel.class).filter("name", name).count())
                .join();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED));
    }
}
