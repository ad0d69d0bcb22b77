package lamin.schema.ledger;

/**
 * What a database says of a module that it mounts.
 *
 * @param version the one that was deployed last
 * @param coordinates {@code group:artifact}, or the artifact alone where no group is known
 */
public record MountedModule(String version, String coordinates) {
    private static final String DISTRIBUTION = "io.github.lamin4j:";

    /** How to get the code of it. */
    public String installation(String module) {
        if (isDistributed()) {
            return "install a Lamin4j that brings " + module + " " + version + " or later";
        }
        return coordinates.contains(":")
                ? "add it: lamin module add " + coordinates + ":" + version
                : "add " + coordinates + " " + version
                        + " from its project, jar or coordinates: lamin module add WHERE";
    }

    /** Whether Lamin4j itself brings it. */
    public boolean isDistributed() {
        return coordinates.startsWith(DISTRIBUTION);
    }
}
