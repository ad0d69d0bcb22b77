package lamin.schema.deploy;

import java.time.Duration;

/**
 * How long to wait for another process.
 *
 * @param untilNotice the time before the wait is reported
 * @param untilFailure the time before giving up
 */
public record Patience(Duration untilNotice, Duration untilFailure) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30));
}
