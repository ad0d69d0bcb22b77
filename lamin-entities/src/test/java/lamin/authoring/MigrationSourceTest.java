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
    void sql_by_database_is_imported() {
        var code = DefaultValue.of(sql().sqlite("hex(randomblob(8))").postgresql("gen_random_uuid()::text"));
        var column = Column.of("code", text()).withDefault(code);

        assertThat(source(List.of(new DropColumn(WELL, "code")), List.of(new AddColumn(WELL, column, null))))
                .contains("import static lamin.schema.sql.DatabaseSql.sql;\n")
                .contains("op.addColumn(\"assay_well\", \"code\", text()).defaultSql(sql()"
                        + ".postgresql(\"gen_random_uuid()::text\").sqlite(\"hex(randomblob(8))\"));");
    }

    @Test
    void sql_for_all_databases_needs_no_import() {
        var column = Column.of("code", text()).withDefault(DefaultValue.parse("upper('a')"));

        assertThat(source(List.of(new AddColumn(WELL, column, "'sql()'")), List.of(new DropColumn(WELL, "code"))))
                .contains(".defaultSql(\"upper('a')\")")
                .doesNotContain("DatabaseSql");
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
                downgrade));
    }
}
