package lamin.spring;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lamin.*} of a service.
 *
 * @param mode what happens at the start, before the entity manager factory is created
 * @param modules the schema modules; those that they depend on are included. All that the class loader sees if empty
 * @param allowDrops tables and {@code table.column}s that a deploy may drop even if they hold data
 * @param lockTimeout how long a deploy waits for another one, or for a lock
 * @param user who deploys, in the history; the user of the operating system if not set
 */
@ConfigurationProperties("lamin")
public record LaminProperties(
        @DefaultValue("deploy") Mode mode,
        @DefaultValue Set<String> modules,
        @DefaultValue Set<String> allowDrops,
        @DefaultValue("30s") Duration lockTimeout,
        @Nullable String user) {

    /** What happens at the start. */
    public enum Mode {
        /** Pending migrations are run. */
        DEPLOY,
        /** The start fails if migrations are pending, or if tables were changed by anything else. */
        VALIDATE,
        /** Nothing. */
        OFF
    }
}
