package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.database.DeclaredRebuild;
import lamin.schema.internal.database.DeclaredRebuild.Conversion;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Table;

/** Writes rebuilds as SQL, based on the chain's knowledge of the table. */
public final class RebuildDeclaration {
    private RebuildDeclaration() {}

    public static DeclaredRebuild of(TableRebuild rebuild) {
        var before = rebuild.before();
        var after = rebuild.after();
        var name = after.name().flat();
        return new DeclaredRebuild(
                name,
                SqliteSql.createTable(after, temporaryName(name), DeclaredForm.OURS),
                temporaryName(name),
                sources(rebuild),
                mandatory(rebuild),
                conversions(rebuild),
                before.columns().stream().map(Column::name).collect(Collectors.toSet()),
                before.foreignKeys().size(),
                checks(before),
                indexes(before),
                indexes(after),
                after.columns().stream().anyMatch(Column::identity));
    }

    /** The name of the second table. */
    public static String temporaryName(String table) {
        return "lamin_new_" + table;
    }

    private static Map<String, String> sources(TableRebuild rebuild) {
        var sources = new LinkedHashMap<String, String>();
        for (var column : rebuild.after().columns()) {
            var source = rebuild.sources().get(column.name());
            if (source != null && column.generatedAs() == null) {
                sources.put(column.name(), source);
            }
        }
        return sources;
    }

    private static Set<String> mandatory(TableRebuild rebuild) {
        return rebuild.after().columns().stream()
                .filter(column -> rebuild.mayBringNull(column, rebuild.sources().getOrDefault(column.name(), "NULL")))
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, Conversion> conversions(TableRebuild rebuild) {
        return rebuild.converted().stream()
                .collect(Collectors.toMap(
                        column -> column,
                        column ->
                                to(rebuild.after().column(column).orElseThrow().type(), column)));
    }

    private static int checks(Table table) {
        return (int)
                SqlTokens.significant(
                                SqliteSql.createTable(table, table.name().flat(), DeclaredForm.OURS), SqlSyntax.SQLITE)
                        .stream()
                        .filter(token -> token.text().equalsIgnoreCase("CHECK"))
                        .count();
    }

    private static List<String> indexes(Table table) {
        return SqliteSql.indexes(table).stream()
                .map(index -> SqliteSql.createIndex(table.name(), index))
                .toList();
    }

    private static Conversion to(ColumnType type, String column) {
        return new Conversion(type.display(), SqliteTypeCheck.misfit(quote(column), type));
    }
}
