package lamin.schema.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.DataStep;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed leaves nothing to repair and nothing to unlock. */
class KilledDeployTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    static TestModule interrupted(Class<? extends DataStep> middle) {
        return BASE.then("next", op -> {
            op.alterColumn("assay_x", "name").defaultValue("x");
            op.createTable("assay_y").column("y", int32());
            op.run(middle);
            op.addColumn("assay_x", "extra", text());
        });
    }

    @ParameterizedTest
    @EnumSource
    void after_a_kill_the_old_state_is_there_and_a_plain_second_deploy_succeeds(Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one'), (NULL)");
            killInTheMiddle(database);

            assertThat(database.differencesTo(BASE)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one", "2|null");
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");

            var whole = interrupted(KilledDeploy.Pass.class);
            assertThat(database.deploy(whole).applied()).hasSize(1);
            assertThat(database.differencesTo(whole)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one|null", "2|null|null");
        }
    }

    private static void killInTheMiddle(Database database) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDeploy.class.getName(),
                        database.database().jdbcUrl())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(output.readLine()).isEqualTo(KilledDeploy.IN_THE_MIDDLE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
