package lamin.schema.internal.ledger;

import lamin.schema.Remedy;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.InstallRelease;

/**
 * What a database says of a module that it mounts.
 *
 * @param version the one that was deployed last
 * @param coordinates {@code group:artifact}, or the artifact alone where no group is known
 */
public record MountedModule(String version, String coordinates) {
    private static final String DISTRIBUTION = "io.github.lamin4j:";

    /** How to get the code of it, where none or another version is installed. */
    public Remedy installation(String module, boolean replaces) {
        return isDistributed()
                ? new InstallRelease(module, version)
                : new InstallModule(module, version, coordinates, replaces);
    }

    /** Whether Lamin4j itself brings it. */
    public boolean isDistributed() {
        return coordinates.startsWith(DISTRIBUTION);
    }
}
