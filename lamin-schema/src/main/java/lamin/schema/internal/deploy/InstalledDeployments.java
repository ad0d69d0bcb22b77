package lamin.schema.internal.deploy;

import java.util.List;
import java.util.ServiceLoader;
import lamin.schema.internal.database.DatabaseSystem;

/** The deployments provided by the engine, found through its own class loader. */
final class InstalledDeployments {
    private static final List<DeploymentSystem> ALL =
            ServiceLoader.load(DeploymentSystem.class, DeploymentSystem.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private InstalledDeployments() {}

    static DeploymentSystem of(DatabaseSystem system) {
        return ALL.stream()
                .filter(deployment -> deployment.key().equals(system.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service deploys to " + system.product()));
    }
}
