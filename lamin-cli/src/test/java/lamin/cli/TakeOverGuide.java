package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guide that leads a service here from another tool, followed with that tool itself, to the way back. */
abstract class TakeOverGuide {
    private final String page;
    private final String history;
    private final TestPostgres database = TestPostgres.create();

    /**
     * A guide from a tool.
     *
     * @param history the table in which the tool records its migrations
     */
    TakeOverGuide(String page, String history) {
        this.page = page;
        this.history = history;
    }

    final TestPostgres database() {
        return database;
    }

    /** Writes the migrations with which the service begins. */
    abstract void writeFirst(ForeignService service) throws Exception;

    /** Writes one migration more. */
    abstract void writeNext(ForeignService service, String name, String sql) throws Exception;

    abstract void migrate(ForeignService service) throws Exception;

    /** The names of the migrations that the tool would run, once it has found those that it ran valid. */
    abstract List<String> pending(ForeignService service) throws Exception;

    private List<String> rows() {
        return ForeignService.rows(database, history);
    }

    @Test
    void each_step_does_what_the_guide_says(@TempDir Path folder) throws Exception {
        try (database) {
            var service = ForeignService.in(folder.toRealPath().resolve("shop"));
            writeFirst(service);
            migrate(service);
            ForeignService.insertRows(database);
            var before = rows();
            var cli = Cli.in(folder.toRealPath()).at(service.folder());
            var guide = FollowedGuide.of(page, cli, database.jdbcUrl());

            service.writeSource("package-info", guide.source());
            guide.run(0);
            guide.run(3);
            assertThat(ForeignService.deployUnstamped(cli, database)).contains("already exists");
            assertThat(rows()).isEqualTo(before);

            writeNext(service, "lamin", ForeignService.repair(cli, database.jdbcUrl()));
            migrate(service);
            var repaired = rows();
            assertThat(repaired).containsAll(before).hasSize(before.size() + 1);

            guide.run(0);
            assertThat(rows()).isEqualTo(repaired);

            service.writeCustomer(guide.source());
            guide.run(0);
            guide.run(0);
            guide.isFollowedToTheEnd();
            assertThat(rows()).isEqualTo(repaired);
            assertThat(pending(service)).isEmpty();

            ForeignService.execute(database, guide.sql());
            writeNext(service, "back", "ALTER TABLE customer DROP COLUMN nickname;");
            assertThat(pending(service)).containsExactly("back");
            migrate(service);
            assertThat(pending(service)).isEmpty();
        }
    }
}
