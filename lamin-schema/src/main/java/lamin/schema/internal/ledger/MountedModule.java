package lamin.schema.internal.ledger;

import lamin.schema.Remedy;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.InstallRelease;

/**
 * The database's record of a mounted module.
 *
 * @param version the last deployed version
 * @param coordinates {@code group:artifact}, or the artifact alone if the group is unknown
 */
public record MountedModule(String version, String coordinates) {
    private static final String DISTRIBUTION = "io.github.lamin4j:";

    /** How to install its code if no version or a different one is installed. */
    public Remedy installation(String module, boolean replaces) {
        return isDistributed()
                ? new InstallRelease(module, version)
                : new InstallModule(module, version, coordinates, replaces);
    }

    /** Whether Lamin4j itself provides it. */
    public boolean isDistributed() {
        return coordinates.startsWith(DISTRIBUTION);
    }
}
