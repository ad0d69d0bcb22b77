package lamin.instance;

import java.time.Duration;

/**
 * How long to wait for a database that another process is writing to.
 *
 * @param untilNotice when a person is told that we wait
 * @param untilFailure when we give up
 */
public record Patience(Duration untilNotice, Duration untilFailure) {
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30));
}
