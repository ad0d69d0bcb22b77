package lamin.schema.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.LaminException;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.detect.ModuleOrder;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * One given change on both databases: there, back and there again, with rows wherever their values fit the tables and the
 * change.
 */
public final class LiveChange {
    /** Collations of SQLite's own. */
    private static final Set<String> BUILT_IN = Set.of("BINARY", "NOCASE", "RTRIM");

    private final SchemaModel before;
    private final List<Migrated> creation;
    private final List<Migrated> change;
    private final SchemaModel after;
    private final FollowedRows rows;

    private LiveChange(SchemaModel before, List<Migrated> creation, List<Migrated> change) {
        this.before = before;
        this.creation = creation;
        this.change = change;
        this.after = change.isEmpty() ? before : change.getLast().after();
        this.rows = new FollowedRows(before, after, change);
    }

    /**
     * A change of tables that are yet to be made.
     *
     * @param operations by module, in an order in which they fit
     */
    public static LiveChange of(SchemaModel before, SequencedMap<String, List<Operation>> operations) {
        var nothing = SchemaModel.EMPTY;
        var creation = Detector.detect(nothing, before, Map.of(), Hints.NONE, Decisions.NONE);
        return new LiveChange(
                before, migrated(nothing, ModuleOrder.of(nothing, creation)), migrated(before, operations));
    }

    private static List<Migrated> migrated(SchemaModel before, SequencedMap<String, List<Operation>> operations) {
        var migrations = new ArrayList<Migrated>();
        var state = before;
        for (var entry : operations.entrySet()) {
            var migration = new Migrated(Owner.of(entry.getKey()), state, entry.getValue());
            migrations.add(migration);
            state = migration.after();
        }
        return migrations;
    }

    /** Tries it; yields the databases that refused the rows, where it was tried on empty tables then. */
    public List<String> check(Connection postgres) throws SQLException {
        var withoutRows = new ArrayList<String>();
        for (var kind : Kind.values()) {
            try {
                check(kind, postgres, true);
            } catch (RefusedRows refused) {
                withoutRows.add(kind + ": " + refused.getMessage());
                check(kind, postgres, false);
            }
        }
        return withoutRows;
    }

    private void check(Kind kind, Connection postgres, boolean withRows) throws SQLException {
        try (var database = switch (kind) {
            case SQLITE -> Session.sqlite();
            case POSTGRESQL -> Session.postgres(postgres);
        }) {
            database.add(collations(kind));
            database.deploy(creation);
            require(database, before, "before");
            if (withRows) {
                fill(database);
            }
            upDownUp(database, withRows);
        }
    }

    private Set<String> collations(Kind kind) {
        return Stream.of(before, after)
                .flatMap(model -> model.tables().stream())
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> Stream.ofNullable(column.collation()))
                .filter(collation -> kind == Kind.POSTGRESQL || !BUILT_IN.contains(collation.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private void fill(Session database) {
        try {
            database.execute(rows.inserts(database));
        } catch (SQLException e) {
            throw new RefusedRows(e);
        }
    }

    private void upDownUp(Session database, boolean withRows) throws SQLException {
        var untouched = Round.before(database, rows.untouched());
        deploy(database, change, withRows);
        require(database, after, "up");
        assertThat(Round.after(database, rows.untouched()))
                .as("untouched columns on " + database.kind())
                .isEqualTo(untouched);
        var back = Migrated.reversed(change);
        if (!WayBack.isOpenForRows(back, rows.areFilled())) {
            database.empty(after);
        }
        database.deploy(back);
        require(database, before, "down");
        database.deploy(change);
        require(database, after, "up again");
    }

    private static void deploy(Session database, List<Migrated> migrations, boolean withRows) throws SQLException {
        try {
            database.deploy(migrations);
        } catch (SQLException e) {
            if (withRows && isAboutRows(e)) {
                throw new RefusedRows(e);
            }
            throw e;
        } catch (LaminException e) {
            if (withRows) {
                throw new RefusedRows(e);
            }
            throw e;
        }
    }

    /** SQL states of classes 22 and 23 are about values; SQLite says 19. */
    private static boolean isAboutRows(SQLException e) {
        var state = e.getSQLState();
        return e.getErrorCode() == 19 || (state != null && state.matches("2[23].*"));
    }

    private static void require(Session database, SchemaModel expected, String when) {
        assertThat(database.differencesTo(expected))
                .as("schema on %s, %s; statements %s", database.kind(), when, database.log())
                .isEmpty();
    }

    /** Rows do not fit what the case has in its tables. */
    private static final class RefusedRows extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedRows(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
