package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamin.cli.command.ModulePath;
import lamin.cli.command.Wording;
import lamin.schema.Remedy;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.CheckDatabase;
import lamin.schema.Remedy.CheckModule;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.Fill;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.Remedy.RemoveModule;
import lamin.schema.Remedy.Rename;
import lamin.schema.Remedy.Stamp;
import org.junit.jupiter.api.Test;

/** What a user of Maven is advised to type. */
class MavenWordsTest {
    @Test
    void commands_that_are_goals_are_typed_as_goals() {
        assertThat(typed(new Deploy())).isEqualTo("mvn lamin:deploy");
        assertThat(typed(new CheckModule())).isEqualTo("mvn lamin:check");
        assertThat(typed(new GenerateMigration())).isEqualTo("mvn lamin:generate");
        assertThat(typed(new MergeHeads())).isEqualTo("mvn lamin:merge");
        assertThat(typed(new DeployTo("dd2b"))).isEqualTo("mvn lamin:deploy -Dlamin.to=dd2b");
        assertThat(typed(new Confirm(new Downgrade("orders@base"))))
                .isEqualTo("mvn lamin:downgrade -Dlamin.target=orders@base -Dlamin.yes");
        assertThat(typed(new Stamp(true))).isEqualTo("mvn lamin:stamp -Dlamin.accept-differences");
    }

    /** Of several properties with one name, Maven takes the last. */
    @Test
    void several_values_of_an_option_are_one_property() {
        assertThat(typed(new AllowDrop(new DeployTo("dd2b"), List.of("orders_x", "orders_y.v"))))
                .isEqualTo("mvn lamin:deploy -Dlamin.to=dd2b -Dlamin.allow-drop=orders_x,orders_y.v");
    }

    @Test
    void options_without_a_parameter_are_further_arguments() {
        assertThat(typed(new CheckDatabase())).isEqualTo("mvn lamin:check -Dlamin.args=--database");
    }

    @Test
    void other_commands_are_those_of_lamin() {
        assertThat(typed(new RemoveModule("orders"))).isEqualTo("lamin module remove orders");
    }

    @Test
    void a_decision_names_its_module_if_the_goal_runs_on_others_too() {
        assertThat(typed(new Rename("orders.v", "version"))).isEqualTo("-Dlamin.rename=orders.v=version");
        assertThat(wording("--module", "orders").command(new Fill("orders.v")))
                .isEqualTo("-Dlamin.module=orders -Dlamin.fill=orders.v=SQL");
    }

    private static String typed(Remedy remedy) {
        return wording().command(remedy);
    }

    private static Wording wording(String... qualifier) {
        return new Wording(null, new MavenCaller(() -> ModulePath.of(List.of()), List.of(qualifier)));
    }
}
