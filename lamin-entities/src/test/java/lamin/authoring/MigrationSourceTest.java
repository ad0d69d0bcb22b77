package lamin.authoring;

import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.model.Column;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class MigrationSourceTest {
    private static final TableName WELL = TableName.of("assay_well");

    @Test
    void a_script_has_the_imports_of_every_operation_also_while_it_is_empty() {
        assertThat(source(List.of(), List.of()))
                .contains("import static lamin.schema.model.ColumnTypes.*;\n")
                .contains("import static lamin.schema.sql.DatabaseSql.sql;\n")
                .contains("import lamin.schema.model.Constraint.OnDelete;\n")
                .contains("public void upgrade(Operations op) {}");
    }

    @Test
    void a_script_says_which_hibernate_has_read_the_entities() {
        assertThat(source(List.of(), List.of()))
                .contains("@Revision(id = \"8280855a5064\", release = \"vX.X.X\", hibernate = \"7.2.19.Final\")\n");
    }

    @Test
    void operations_are_statements_of_their_way() {
        var code = DefaultValue.of(sql().sqlite("hex(randomblob(8))").postgresql("gen_random_uuid()::text"));
        var column = Column.of("code", text()).withDefault(code);

        assertThat(source(List.of(new DropColumn(WELL, "code")), List.of(new AddColumn(WELL, column, null))))
                .contains("public void upgrade(Operations op) {\n        op.dropColumn(\"assay_well\", \"code\");\n")
                .contains("op.addColumn(\"assay_well\", \"code\", text()).defaultSql(sql()"
                        + ".postgresql(\"gen_random_uuid()::text\").sqlite(\"hex(randomblob(8))\"));");
    }

    private static String source(List<Operation> upgrade, List<Operation> downgrade) {
        return MigrationSource.of(new MigrationDraft(
                "lnschema_assay",
                Owner.of("assay"),
                LocalDate.of(2023, 2, 1),
                "8280855a5064",
                List.of(),
                List.of(),
                upgrade,
                downgrade,
                "7.2.19.Final"));
    }
}
