package lamin.record;

import java.sql.SQLException;
import java.time.Clock;
import lamin.instance.Database.Work;
import lamin.instance.InstanceDatabase;
import lamin.instance.UserIdentity;
import lamin.schema.internal.sql.UtcText;

/**
 * Reads and writes rows of an instance by JDBC. A write is one transaction, which is kept short: files are hashed and
 * copied, and questions asked, before it.
 */
public final class RecordStore {
    private final InstanceDatabase database;
    private final UserIdentity user;
    private final Clock clock;
    private final CurrentRun run;

    public RecordStore(InstanceDatabase database, UserIdentity user, Clock clock, CurrentRun run) {
        this.database = database;
        this.user = user;
        this.clock = clock;
        this.run = run;
    }

    public InstanceDatabase database() {
        return database;
    }

    public UserIdentity user() {
        return user;
    }

    public Clock clock() {
        return clock;
    }

    public CurrentRun run() {
        return run;
    }

    /** Work in a transaction. */
    @FunctionalInterface
    public interface Writing<T> {
        T on(RecordWriter writer) throws SQLException;
    }

    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    /** Does all of the work or nothing. */
    public <T> T write(Writing<T> work) {
        return database.write(connection -> work.on(new RecordWriter(
                database,
                connection,
                UserRow.id(connection, user, clock.instant()),
                run.id(connection).orElse(null),
                UtcText.truncate(clock.instant()))));
    }
}
