package lamin.artifact;

/** The result of saving. */
public record SavedArtifact(StoredArtifact artifact, Outcome outcome) {
    /** What was done. */
    public enum Outcome {
        /** A first version was added. */
        NEW,
        /** A new version was added, and the one before is no longer the latest. */
        NEW_VERSION,
        /** The instance had this content already; nothing was added. */
        EXISTING
    }

    /** Whether a row was added. */
    public boolean isNew() {
        return outcome != Outcome.EXISTING;
    }
}
