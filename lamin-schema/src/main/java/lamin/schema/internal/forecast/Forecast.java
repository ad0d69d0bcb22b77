package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.plan.MigrationPlan;

/**
 * The effects of a plan on the rows of a database, and the steps that carry it out, found in one walk over the plan.
 *
 * @param migrations in the order of the plan
 */
public record Forecast(List<MigrationSteps> migrations, List<Loss> losses, List<ViolatingRows> violating) {
    public Forecast {
        migrations = List.copyOf(migrations);
        losses = List.copyOf(losses);
        violating = List.copyOf(violating);
    }

    public static Forecast of(Connection connection, MigrationPlan plan, DatabaseSystem system) throws SQLException {
        var checks = new RowChecks(connection, system);
        var losses = new Losses(connection, system);
        var migrations = PlanWalk.through(plan, system, checks, losses);
        return new Forecast(migrations, losses.found(), checks.found());
    }

    /** The losses alone. */
    public static List<Loss> losses(Connection connection, MigrationPlan plan) throws SQLException {
        var system = DatabaseSystem.of(connection);
        var losses = new Losses(connection, system);
        PlanWalk.through(plan, system, losses);
        return losses.found();
    }
}
