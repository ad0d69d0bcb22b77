package lamin.schema.internal.module;

import static lamin.schema.model.ColumnTypes.int32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import lamin.schema.fixture.ModuleFixture;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOwnersTest {
    @TempDir
    private Path folder;

    private static Table table(String name) {
        return Table.of(TableName.parse(name), "", Column.of("id", int32()));
    }

    @Test
    void a_table_belongs_to_the_module_whose_prefix_it_has() {
        assertThat(assigned("assay_plate")).containsExactly(tuple("assay", "Plate"));
    }

    @Test
    void a_table_belongs_to_the_entity_that_names_it() {
        assertThat(assigned("core_notebook")).containsExactly(tuple("assay", "Notebook"));
        assertThat(assigned("core.notebook")).containsExactly(tuple("assay", "Notebook"));
        assertThat(assigned("measured")).containsExactly(tuple("assay", "Measurement"));
    }

    @Test
    void a_table_that_nothing_names_belongs_to_nobody() {
        assertThat(assigned("core_other"))
                .containsExactly(tuple("", table("core_other").entity()));
    }

    private List<Tuple> assigned(String table) {
        var module = ModuleScanner.scan(ModuleFixture.of("lnschema_assay", "version = \"1.0.0\"")
                        .entity("Plate")
                        .type(
                                "Notebook",
                                "@jakarta.persistence.Entity @jakarta.persistence.Table(name = \"notebook\", schema = \"core\")"
                                        + " public class Notebook {}")
                        .type(
                                "Measurement",
                                "@jakarta.persistence.Entity @jakarta.persistence.Table(name = \"measured\")"
                                        + " public class Measurement {}")
                        .compileTo(folder))
                .orElseThrow();
        return TableOwners.of(List.of(module)).assign(SchemaModel.of(List.of(table(table)))).tables().stream()
                .map(found -> tuple(found.module(), found.entity()))
                .toList();
    }
}
