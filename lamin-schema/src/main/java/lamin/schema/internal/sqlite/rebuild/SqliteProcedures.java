package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.database.PlainSql.terminated;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DeclaredRebuild;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.database.TableProcedures;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sqlite.translation.RebuildDeclaration;
import lamin.schema.internal.sqlite.translation.RebuildScript;
import lamin.schema.internal.sqlite.translation.ScriptGuards;

/** Carries out drops and rebuilds. */
public final class SqliteProcedures implements TableProcedures {
    @Override
    public void run(Connection connection, Step.Procedure step) throws SQLException {
        switch (step) {
            case Step.Drop(var table) -> SqliteDrop.run(connection, table);
            case Step.DropColumn drop -> SqliteDrop.run(connection, drop);
            case Step.Rename(var table, var column, var sql) -> {
                VirtualTables.refuseRename(connection, table.flat(), column);
                Jdbc.execute(connection, sql);
            }
            case Step.DropUnique drop -> SqliteDrop.run(connection, drop);
            case Step.Rebuild(var rebuild) -> new SqliteRebuild(connection, rebuild).run();
        }
    }

    @Override
    public List<String> sql(Step.Procedure step) {
        return switch (step) {
            case Step.Drop(var table) ->
                guarded(ScriptGuards.ofDrop(table.flat()), "DROP TABLE " + quote(table.flat()));
            case Step.Rename(var ignored, var alsoIgnored, var sql) -> List.of(terminated(sql));
            case Step.DropColumn drop ->
                guarded(ScriptGuards.ofDrop(drop.table().flat(), drop.column()), drop.sql());
            // a script cannot look whether another tool wrote UNIQUE into the table
            case Step.DropUnique drop -> RebuildScript.of(drop.rebuild());
            case Step.Rebuild(var rebuild) -> RebuildScript.of(rebuild);
        };
    }

    private static List<String> guarded(List<String> guards, String sql) {
        return Stream.concat(guards.stream(), Stream.of(terminated(sql))).toList();
    }

    @Override
    public DeclaredRebuild declared(TableRebuild rebuild) {
        return RebuildDeclaration.of(rebuild);
    }
}
