package lamin.schema.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lamin.schema.fixture.Database;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed before and after every JDBC call of a deploy or a downgrade. What it leaves is the state before or
 * the one after, on PostgreSQL a whole number of migrations, and a plain second run completes it. A sample is tried, with
 * every commit and every statement that changes something in it; {@code -Dlamin.sweep=all} tries all moments.
 */
class CrashSweepTest {
    @ParameterizedTest
    @EnumSource
    void a_killed_deploy_leaves_the_state_before_or_after_and_a_second_one_succeeds(Kind kind) throws Exception {
        sweep(kind, CrashScenario.DEPLOY, 40);
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_downgrade_leaves_the_state_before_or_after_and_a_second_one_succeeds(Kind kind) throws Exception {
        sweep(kind, CrashScenario.DOWNGRADE, 10);
    }

    @ParameterizedTest
    @EnumSource
    void a_deploy_that_is_killed_around_a_concurrent_index_is_completed_by_a_second_one(Kind kind) throws Exception {
        sweep(kind, CrashScenario.INDEX, 10);
    }

    private static void sweep(Kind kind, CrashScenario scenario, int sample) throws Exception {
        try (var prepared = Database.of(kind)) {
            scenario.prepare(prepared);
            var whole = UndisturbedRun.of(prepared, scenario);
            var crashes = moments(whole, sample).parallelStream()
                    .map(moment -> Crash.at(moment, prepared, scenario, whole))
                    .toList();
            System.out.printf("crash sweep, %s, %s: %s%n", kind, scenario, summary(whole, crashes));
            assertThat(crashes).filteredOn(crash -> !crash.isSurvived()).isEmpty();
        }
    }

    private static List<Integer> moments(UndisturbedRun whole, int sample) {
        int all = whole.moments().size();
        if (System.getProperty("lamin.sweep", "").equals("all")) {
            return IntStream.range(0, all).boxed().toList();
        }
        return List.copyOf(sample(whole, sample));
    }

    private static Set<Integer> sample(UndisturbedRun whole, int size) {
        int all = whole.moments().size();
        var sample = new TreeSet<Integer>();
        IntStream.range(0, size).map(i -> i * (all - 1) / (size - 1)).forEach(sample::add);
        IntStream.range(0, all).filter(i -> whole.moments().get(i).isTelling()).forEach(sample::add);
        return sample;
    }

    private static String summary(UndisturbedRun whole, List<Crash> crashes) {
        var counts = new ArrayList<String>();
        for (var state : Crash.State.values()) {
            counts.add(crashes.stream().filter(crash -> crash.state() == state).count() + " " + state);
        }
        long failures = crashes.stream().filter(crash -> !crash.isSurvived()).count();
        return whole.moments().size() + " points, " + crashes.size() + " killed, state " + String.join(", ", counts)
                + ", " + failures + " failures";
    }
}
