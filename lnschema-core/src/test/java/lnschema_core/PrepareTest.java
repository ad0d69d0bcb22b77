package lnschema_core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrepareTest {
    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final Instant SECOND = FIRST.plusSeconds(60);

    private final User user = new User("00000000", "anonymous");
    private final Branch main = new Branch("main");
    private final Branch trash = new Branch("trash");
    private final Space all = new Space("all");

    @Test
    void what_the_caller_left_out_comes_from_the_context() {
        var label = new ULabel("mouse");
        label.prepare(at(FIRST));
        assertThat(label.uid()).isEqualTo("x".repeat(8));
        assertThat(label.createdAt()).isEqualTo(FIRST);
        assertThat(label.createdBy()).isSameAs(user);
        assertThat(label.branch()).isSameAs(main);
        assertThat(label.createdOn()).isSameAs(main);
        assertThat(label.space()).isSameAs(all);
    }

    @Test
    void a_later_save_changes_the_time_of_the_update_alone() {
        var label = new ULabel("mouse");
        label.prepare(at(FIRST));
        label.branch(trash);
        label.prepare(at(SECOND));
        assertThat(label.createdAt()).isEqualTo(FIRST);
        assertThat(label.updatedAt()).isEqualTo(SECOND);
        assertThat(label.branch()).isSameAs(trash);
        assertThat(label.createdOn()).isSameAs(main);
    }

    @Test
    void the_uid_of_a_first_version_ends_with_four_zeros() {
        var transform = new Transform("analysis.py");
        transform.prepare(at(FIRST));
        assertThat(transform.uid()).isEqualTo("x".repeat(12) + "0000");
    }

    private SaveContext at(Instant now) {
        return new SaveContext(user, main, all, now, "x"::repeat);
    }
}
