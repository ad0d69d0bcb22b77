package lamin.schema.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * Random models, rows and edits. {@code -Dlamin.rounds=10000} runs more of them, {@code -Dlamin.seed=N} repeats the round
 * of that seed, {@code -Dlamin.first=N} begins with another seed.
 */
class MigrationPropertiesTest {
    private static final int LEAST_IN_A_THOUSAND = 50;

    @Test
    void any_change_of_any_model_keeps_rows_and_leads_there_back_and_there_again() {
        var seed = Long.getLong("lamin.seed");
        if (seed != null) {
            run(LongStream.of(seed));
            return;
        }
        long rounds = Long.getLong("lamin.rounds", 300);
        long first = Long.getLong("lamin.first", 1);
        System.out.printf("%d rounds from seed %d%n", rounds, first);
        var coverage = run(LongStream.range(first, first + rounds));
        System.out.println(coverage);
        assertThat(coverage.below(LEAST_IN_A_THOUSAND, rounds))
                .as("operations met less than %d times in 1,000 rounds", LEAST_IN_A_THOUSAND)
                .isEmpty();
    }

    /** In as many threads as there are processors, each with its own databases. */
    private static Coverage run(LongStream seeds) {
        var coverage = new Coverage();
        var failed = new ConcurrentLinkedQueue<Long>();
        var next = seeds.boxed().collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        int threads = Math.min(next.size(), Runtime.getRuntime().availableProcessors());
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var work = IntStream.range(0, threads)
                    .mapToObj(ignored -> CompletableFuture.runAsync(() -> run(next, coverage, failed), workers))
                    .toList();
            work.forEach(CompletableFuture::join);
        }
        assertThat(failed)
                .as("seeds of rounds that failed, each described above")
                .isEmpty();
        return coverage;
    }

    private static void run(Queue<Long> seeds, Coverage coverage, Queue<Long> failed) {
        try (var database = TestPostgres.create();
                var connection = database.connection()) {
            for (var seed = seeds.poll(); seed != null; seed = seeds.poll()) {
                try {
                    var round = Round.of(seed);
                    coverage.count(round);
                    round.check(connection);
                } catch (AssertionError e) {
                    failed.add(seed);
                    System.out.println(e.getMessage());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
