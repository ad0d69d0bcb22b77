package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lamin.project.AuthorsMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The same as {@link PastedOperationsTest} for the author of a module, whose build then tests the pasted lines with rows. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
class PastedOperationsIT {
    @Test
    void maven_verifies_a_module_with_pasted_lines_of_every_kind() throws Exception {
        var machine = AuthorsMachine.create("pasted");
        machine.lamin(machine.folder(), "module", "new", "assay");
        var project = machine.folder().resolve("lnschema-assay");
        var example = new Example(project, "assay");
        var shop = new ShopEntities(example.entities(), "assay");
        shop.write("before");
        machine.lamin(project, "migrate", "create");
        for (var state : List.of("after", "before")) {
            shop.write(state);
            machine.lamin(project, "migrate", "generate");
            var printed = machine.lamin(3, project, "migrate", "check");
            PastedBlock.of(printed.lines().toList()).into(example.openScript());
        }

        assertThat(machine.maven(project, "verify")).contains("BUILD SUCCESS");
        assertThat(report(project))
                .content()
                .contains("errors=\"0\" skipped=\"0\" failures=\"0\"", " sqlite: ", " postgresql: ");
    }

    private static Path report(Path project) {
        return project.resolve("target/surefire-reports/TEST-lnschema_assay.MigrationTest.xml");
    }
}
