package lamin.schema.internal.detect;

import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.junit.jupiter.api.Test;

/** Defaults of scripts, by database, beside those of entities. */
class DefaultsByDatabaseTest {
    private static final TableName SAMPLE = TableName.of("assay_sample");

    @Test
    void sql_that_is_the_same_on_every_database_equals_sql_for_all_of_them() {
        assertThat(changes(sql().sqlite("upper('a')").postgresql("Upper( 'a' )"), DatabaseSql.of("upper('a')")))
                .isEmpty();
        assertThat(changes(sql().sqlite("upper('a')").elsewhere("upper('a')"), DatabaseSql.of("upper('a')")))
                .isEmpty();
        assertThat(changes(sql().sqlite("'a'").postgresql("'a'"), DatabaseSql.of("'a'")))
                .isEmpty();
    }

    @Test
    void databases_that_are_not_supported_do_not_count() {
        var each = sql().sqlite("hex(1)").postgresql("to_hex(1)");

        assertThat(changes(each.with("duckdb", "printf('%x', 1)"), each)).isEmpty();
        assertThat(changes(sql().sqlite("hex(1)").elsewhere("to_hex(1)"), each)).isEmpty();
    }

    @Test
    void other_sql_on_one_of_them_is_a_change() {
        var before = sql().sqlite("hex(1)").postgresql("to_hex(1)");
        var after = sql().sqlite("hex(1)").postgresql("to_hex(2)");

        assertThat(changes(before, after))
                .containsExactly(new AlterColumn(
                        SAMPLE, "code", List.of(new ColumnChange.Default(DefaultValue.of(after))), null, null));
        assertThat(changes(sql().sqlite("hex(1)"), before)).hasSize(1);
    }

    private static List<Operation> changes(DatabaseSql before, DatabaseSql after) {
        return Detector.detect(model(before), model(after), Map.of(), Hints.NONE, Decisions.NONE)
                .of("assay");
    }

    private static SchemaModel model(DatabaseSql defaultOfCode) {
        var code = Column.of("code", ColumnTypes.text()).withDefault(DefaultValue.of(defaultOfCode));
        return SchemaModel.of(List.of(Table.of(SAMPLE, "assay", code)));
    }
}
