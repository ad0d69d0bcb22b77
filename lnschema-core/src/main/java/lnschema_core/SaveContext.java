package lnschema_core;

import java.time.Instant;
import java.util.function.IntFunction;

/**
 * The user who saves a record, the place and the time.
 *
 * @param now the time in whole microseconds, the precision of the databases
 * @param uids generates the given number of random base62 characters
 */
public record SaveContext(User user, Branch branch, Space space, Instant now, IntFunction<String> uids) {
    /** A new random uid. */
    public String uid(int length) {
        return uids.apply(length);
    }
}
