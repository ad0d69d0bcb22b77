package lamin.artifact;

import java.sql.SQLException;
import java.util.Optional;
import lamin.instance.Base62;

/** The uids of versions: a random stem and a number in base62. */
final class Uids {
    private static final int STEM = 16;
    private static final String FIRST = "0000";

    private Uids() {}

    interface Last {
        String of(String stem) throws SQLException;
    }

    /** The uid of a first version, or of the one after the last version with a stem. */
    static String next(Optional<String> stem, Last last) throws SQLException {
        return stem.isEmpty() ? Base62.random(STEM) + FIRST : after(last.of(stem.get()));
    }

    static String after(String uid) {
        return uid.substring(0, STEM) + Base62.increment(uid.substring(STEM));
    }
}
