package lnschema_core;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * A record with versions: their uids begin with the same stem and end with four characters that count the versions in
 * base62.
 */
@MappedSuperclass
public abstract class VersionedRecord extends UpdatedRecord {
    /** The end of the uid of the first version. */
    protected static final String FIRST_VERSION = "0000";

    @Column(length = 30)
    private @Nullable String versionTag;

    private boolean isLatest = true;

    /** A user-defined name of this version, such as {@code 1.0}. */
    public @Nullable String versionTag() {
        return versionTag;
    }

    public void versionTag(String versionTag) {
        this.versionTag = versionTag;
    }

    public boolean isLatest() {
        return isLatest;
    }
}
