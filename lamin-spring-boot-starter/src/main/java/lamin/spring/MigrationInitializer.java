package lamin.spring;

import java.time.Duration;
import java.util.List;
import lamin.schema.deploy.DeployResult.Applied;
import lamin.schema.service.Migrations;
import lamin.spring.LaminProperties.Mode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.InitializingBean;

/** Deploys or validates when the service starts. Beans that use the database are created after it. */
public class MigrationInitializer implements InitializingBean {
    private static final Log LOG = LogFactory.getLog(MigrationInitializer.class);

    private final Migrations migrations;
    private final Mode mode;
    private List<Applied> applied = List.of();
    private Duration duration = Duration.ZERO;

    public MigrationInitializer(Migrations migrations, Mode mode) {
        this.migrations = migrations;
        this.mode = mode;
    }

    Mode mode() {
        return mode;
    }

    /** The migrations that this start applied. */
    List<Applied> applied() {
        return applied;
    }

    /** How long the deploy or validation took. */
    Duration duration() {
        return duration;
    }

    @Override
    public void afterPropertiesSet() {
        long start = System.nanoTime();
        switch (mode) {
            case DEPLOY -> deploy();
            case VALIDATE -> migrations.validate();
            case OFF -> LOG.debug("lamin.mode is off: migrations are neither run nor validated");
        }
        duration = Duration.ofNanos(System.nanoTime() - start);
    }

    private void deploy() {
        applied = migrations.deploy().applied();
        if (applied.isEmpty()) {
            LOG.debug("no migration is pending");
        }
        applied.forEach(migration -> LOG.info("applied migration " + migration.script() + " in "
                + migration.duration().toMillis() + " ms"));
    }
}
