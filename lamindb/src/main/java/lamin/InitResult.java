package lamin;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An instance that {@code init} was asked for.
 *
 * @param alreadyInitialised it was there, as asked for, and nothing was changed
 * @param createdDatabase a database on a server did not exist and was created
 * @param untracked modules whose tables another tool has made, still to be taken over
 */
public record InitResult(
        Instance instance, boolean alreadyInitialised, boolean createdDatabase, SortedSet<String> untracked) {
    public InitResult {
        untracked = Collections.unmodifiableSortedSet(new TreeSet<>(untracked));
    }
}
