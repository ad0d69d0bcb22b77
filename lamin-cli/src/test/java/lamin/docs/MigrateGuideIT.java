package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The guide to migrations, followed from top to bottom with a real git, Maven and terminal. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are written for sh")
class MigrateGuideIT {
    private static final int LAST_LINES = 40;

    @TempDir
    Path folder;

    @Test
    void every_snippet_prints_what_the_guide_says_on_sqlite() throws Exception {
        follow("");
    }

    @Test
    void every_snippet_prints_what_the_guide_says_on_postgresql() throws Exception {
        try (var database = TestPostgres.create()) {
            follow(database.url());
        }
    }

    private void follow(String databaseUrl) throws Exception {
        var reader = new Reader(folder, Map.of("DB", databaseUrl));
        new Guide("migrate.md").follow(reader);
        var log = Files.readAllLines(folder.resolve("work/failed.log"));
        var end = log.subList(Math.max(0, log.size() - LAST_LINES), log.size());
        assertThat(log).filteredOn(line -> line.contains("op.alterColumn")).hasSize(2);
        assertThat(end)
                .containsSubsequence(
                        "op.alterColumn(\"notebook\", \"v\").newName(\"version\").schema(\"core\");",
                        "op.alterColumn(\"notebook\", \"version\").newName(\"v\").schema(\"core\");",
                        "-----");
    }
}
