package lamin.collection;

/** What saving a collection led to. */
public record SavedCollection(StoredCollection collection, Outcome outcome) {
    public enum Outcome {
        NEW,
        NEW_VERSION,
        /** A collection with that key and the same artifacts exists. */
        EXISTING
    }
}
