package lamin.instance;

import org.jspecify.annotations.Nullable;

/** The identity of a user: the row of table {@code lamindb_user} without its id. */
public record UserIdentity(
        String uid, String handle, @Nullable String name) {
    /** A user who has not logged in. */
    public static final UserIdentity ANONYMOUS = new UserIdentity("00000000", Slug.ANONYMOUS, null);
}
