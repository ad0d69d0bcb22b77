package lamin.schema.internal.stamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.deploy.DeploymentSystem;
import lamin.schema.internal.foreign.ForeignHistory;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.plan.Target;

/**
 * Takes over tables created by other means: after they have been compared with the migrations, those that would have
 * created them are recorded in the ledger as applied. Only the ledger is written, in one transaction.
 */
public final class Stamp {
    private final Connections connections;
    private final DeployRequest request;
    private final List<Target> targets;

    private Stamp(Deployer deployer, Collection<Target> targets) {
        this.connections = deployer.connections();
        this.request = deployer.request();
        this.targets = List.copyOf(targets);
    }

    /**
     * Takes over the tables of a deployer's modules.
     *
     * @param targets the revisions of modules; empty for the heads of all modules that have tables but no revision in
     *     the ledger
     */
    public static Stamp of(Deployer deployer, Collection<Target> targets) {
        return new Stamp(deployer, targets);
    }

    /** Compares without writing. */
    public StampResult verify() {
        return with(connection -> StampPlan.of(connection, request, targets).compare(connection));
    }

    /**
     * Compares, and writes the ledger unless there is a grave difference that was not accepted.
     *
     * @param last run in the same transaction, if the ledger is written
     * @throws lamin.schema.LaminException with {@code BUSY} if another process keeps deploying, or another tool holds its
     *     lock; {@code REFUSED} if a migration of another tool failed and was not repaired
     */
    public StampResult write(Set<Difference> accepted, LastStep last) {
        return with(connection -> DeploymentSystem.of(connection)
                .alone(connections, connection, request, own -> stamp(own, accepted, last), StampResult::written));
    }

    private StampResult stamp(Connection connection, Set<Difference> accepted, LastStep last) throws SQLException {
        var plan = StampPlan.of(connection, request, targets);
        var result = plan.compare(connection);
        if (!result.isEmpty()) {
            ForeignHistory.requireFinished(result.histories());
        }
        if (result.isEmpty() || !accepted.containsAll(result.grave())) {
            return result;
        }
        plan.write(connection);
        last.in(connection);
        return result.asWritten();
    }

    private StampResult with(DeploymentSystem.Work<StampResult> work) {
        try (var connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }
}
