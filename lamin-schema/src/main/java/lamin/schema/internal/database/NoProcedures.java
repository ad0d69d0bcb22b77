package lamin.schema.internal.database;

import java.sql.Connection;
import java.util.List;

final class NoProcedures implements TableProcedures {
    @Override
    public void run(Connection connection, Step.Procedure step) {
        throw none(step);
    }

    @Override
    public List<String> sql(Step.Procedure step) {
        throw none(step);
    }

    @Override
    public DeclaredRebuild declared(TableRebuild rebuild) {
        throw none(rebuild);
    }

    private static IllegalStateException none(Object step) {
        return new IllegalStateException("the translation of this database yields no step such as " + step);
    }
}
