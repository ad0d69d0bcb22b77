package lamin.rehearsal;

import java.util.Locale;
import lamin.instance.Base62;
import lamin.instance.PostgresDatabase;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;
import lamin.settings.Environment;

/** A database on the server of the original, copied by the server if possible and otherwise by {@code pg_dump}. */
record PostgresScratch(
        PostgresDatabase original, PostgresDatabase database, Environment environment, Notices notices, Removal removal)
        implements Scratch {
    private static final String PREFIX = "lamin_test_";

    static PostgresScratch of(PostgresDatabase original, Environment environment, Notices notices) {
        if (!original.mayCreateDatabases()) {
            var user = original.url().user();
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "a copy is made on the server of the instance, where user '" + user + "' may not create databases",
                    new Advice("let the server's administrator run: ALTER ROLE \"" + user + "\" CREATEDB"));
        }
        var copy = original.sibling(PREFIX + Base62.random(12).toLowerCase(Locale.ROOT));
        return new PostgresScratch(original, copy, environment, notices, Removal.of(copy::dropWithConnections));
    }

    @Override
    public Copy.Way fill(Progress progress) {
        if (database.createFrom(original)) {
            return Copy.Way.TEMPLATE;
        }
        var programs = PostgresPrograms.forServer(original, environment.programs());
        notices.info("the server cannot copy " + original.url() + " while it is in use; pg_dump does");
        database.createBare();
        programs.copy(original, database);
        return Copy.Way.DUMP;
    }

    @Override
    public long bytes() {
        return database.read(connection ->
                        Jdbc.query(connection, "select pg_database_size(current_database())", row -> row.getLong(1)))
                .getFirst();
    }

    @Override
    public void close() {
        removal.close();
    }
}
