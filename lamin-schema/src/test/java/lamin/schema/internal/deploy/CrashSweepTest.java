package lamin.schema.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.schema.fixture.Database;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A deploy or a downgrade is cut off before and after every JDBC call. What it leaves is the state before or the one
 * after, on PostgreSQL a whole number of migrations, and a plain second run completes it. A sample of moments is tried in
 * this process, with every commit and every statement that changes something in it, and a smaller one in processes that
 * are killed; {@code -Dlamin.sweep=all} kills a process at every moment.
 */
class CrashSweepTest {
    private static final int STOPPED = 60;
    private static final int KILLED = 6;

    @ParameterizedTest
    @EnumSource
    void a_crashed_deploy_leaves_the_state_before_or_after_and_a_second_one_succeeds(Kind kind) {
        sweep(kind, CrashScenario.DEPLOY);
    }

    @ParameterizedTest
    @EnumSource
    void a_crashed_downgrade_leaves_the_state_before_or_after_and_a_second_one_succeeds(Kind kind) {
        sweep(kind, CrashScenario.DOWNGRADE);
    }

    @ParameterizedTest
    @EnumSource
    void a_deploy_that_crashed_around_a_concurrent_index_is_completed_by_a_second_one(Kind kind) {
        sweep(kind, CrashScenario.INDEX);
    }

    private static void sweep(Kind kind, CrashScenario scenario) {
        try (var prepared = Database.of(kind)) {
            scenario.prepare(prepared);
            var whole = UndisturbedRun.of(prepared, scenario);
            int all = whole.moments().size();
            boolean isComplete = System.getProperty("lamin.sweep", "").equals("all");
            var stopped = telling(whole);
            stopped.addAll(spread(STOPPED, all));
            var killed = spread(isComplete ? all : KILLED, all);
            var crashes = Stream.concat(
                            stopped.parallelStream().map(moment -> Crash.ofThread(moment, prepared, scenario, whole)),
                            killed.parallelStream().map(moment -> Crash.ofProcess(moment, prepared, scenario, whole)))
                    .toList();
            System.out.printf("crash sweep, %s, %s: %s%n", kind, scenario, summary(whole, killed.size(), crashes));
            assertThat(crashes).filteredOn(crash -> !crash.isSurvived()).isEmpty();
        }
    }

    private static SortedSet<Integer> telling(UndisturbedRun whole) {
        return IntStream.range(0, whole.moments().size())
                .filter(moment -> whole.moments().get(moment).isTelling())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** At equal distances, the first and the last included. */
    private static SortedSet<Integer> spread(int size, int all) {
        return IntStream.range(0, size)
                .map(i -> i * (all - 1) / (size - 1))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String summary(UndisturbedRun whole, int killed, List<Crash> crashes) {
        var counts = new ArrayList<String>();
        for (var state : Crash.State.values()) {
            counts.add(crashes.stream().filter(crash -> crash.state() == state).count() + " " + state);
        }
        long failures = crashes.stream().filter(crash -> !crash.isSurvived()).count();
        return whole.moments().size() + " points, " + (crashes.size() - killed) + " stopped, " + killed
                + " killed, state " + String.join(", ", counts) + ", " + failures + " failures";
    }
}
