package lnschema_core;

import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The user who saves a record, the place and the time.
 *
 * @param now the time in whole microseconds, the precision of the databases
 * @param uids generates the given number of random base62 characters
 * @param run the run in which it is saved; null outside of a run
 */
public record SaveContext(
        User user,
        Branch branch,
        Space space,
        Instant now,
        IntFunction<String> uids,
        @Nullable Run run) {

    /** Outside of a run. */
    public SaveContext(User user, Branch branch, Space space, Instant now, IntFunction<String> uids) {
        this(user, branch, space, now, uids, null);
    }

    /** A new random uid. */
    public String uid(int length) {
        return uids.apply(length);
    }
}
