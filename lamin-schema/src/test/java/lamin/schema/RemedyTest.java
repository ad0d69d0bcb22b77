package lamin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.Facts.Kind;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.Steps;
import org.junit.jupiter.api.Test;

class RemedyTest {
    @Test
    void the_message_says_nothing_of_what_can_be_done_and_a_log_does() {
        var failure = new LaminException(
                ErrorCode.REFUSED,
                "column assay_x.name holds 2 values",
                new AllowDrop(new Deploy(), List.of("assay_x.name")));

        assertThat(failure).hasMessage("column assay_x.name holds 2 values");
        assertThat(failure.toString())
                .isEqualTo("lamin.schema.LaminException: column assay_x.name holds 2 values\n"
                        + "deploy the pending migrations, allowing the loss of assay_x.name (Deployer.allowingDrops)");
    }

    @Test
    void remedies_that_are_all_needed_are_steps_and_one_alone_is_itself() {
        var downgrade = new Downgrade("base");

        assertThat(Steps.all(List.of(downgrade))).isEqualTo(downgrade);
        assertThat(new OfInstance("ann/lab", Steps.all(List.of(downgrade, new Deploy()))).describe())
                .isEqualTo("go back to base, then deploy the pending migrations (instance ann/lab)");
    }

    @Test
    void names_are_facts_once_and_nothing_is_no_fact() {
        var facts = Facts.of(Kind.REVISION, List.of("next", "base", "next")).and(Kind.COLUMN, List.of());

        assertThat(facts.of(Kind.REVISION)).containsExactly("next", "base");
        assertThat(facts.names()).containsOnlyKeys(Kind.REVISION);
    }

    @Test
    void what_is_changed_after_a_failure_was_made_is_not_changed_in_it() {
        var remedies = new ArrayList<Remedy>(List.of(new Advice("make room on the disk")));
        var failure = new LaminException(ErrorCode.FAILURE, "the disk is full", remedies, null);
        remedies.clear();

        assertThat(failure.remedies()).containsExactly(new Advice("make room on the disk"));
    }
}
