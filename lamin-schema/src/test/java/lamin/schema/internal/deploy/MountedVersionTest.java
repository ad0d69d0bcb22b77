package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import org.junit.jupiter.api.Test;

class MountedVersionTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then("base", op -> op.createTable("assay_x").column("name", text()));

    @Test
    void a_version_whose_migrations_failed_is_not_mounted() {
        try (var database = Database.postgres()) {
            database.deploy(BASE);
            var broken = BASE.then("good", op -> op.addColumn("assay_x", "extra", text()))
                    .then("broken", op -> op.execute("INSERT INTO nowhere VALUES (1)"))
                    .inVersion("2.0.0");

            assertThatThrownBy(() -> database.deploy(broken)).hasMessageContaining("nowhere");

            assertThat(database.rows("SELECT version FROM lamin_module")).containsExactly("1.0.0");
        }
    }

    @Test
    void a_version_is_mounted_with_the_last_of_its_migrations() {
        try (var database = Database.postgres()) {
            database.deploy(BASE);
            var next = BASE.then("good", op -> op.addColumn("assay_x", "extra", text()))
                    .inVersion("2.0.0");
            var other = TestModule.named("other").then("broken", op -> op.execute("INSERT INTO nowhere VALUES (1)"));

            assertThatThrownBy(() -> database.deploy(next, other)).hasMessageContaining("nowhere");

            assertThat(database.rows("SELECT name, version FROM lamin_module")).containsExactly("assay|2.0.0");
        }
    }
}
