package lnschema_core;

import java.time.Instant;
import java.util.function.IntFunction;

/**
 * Who saves a record, where and when.
 *
 * @param now in whole microseconds, which is what the databases keep
 * @param uids yields as many random base62 characters as asked for
 */
public record SaveContext(User user, Branch branch, Space space, Instant now, IntFunction<String> uids) {
    /** A new random uid. */
    public String uid(int length) {
        return uids.apply(length);
    }
}
