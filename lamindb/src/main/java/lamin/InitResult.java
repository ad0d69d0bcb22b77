package lamin;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The result of {@code init}.
 *
 * @param alreadyInitialised whether the instance already existed as requested, so that nothing was changed
 * @param createdDatabase whether the database did not exist on the server and was created
 * @param untracked modules whose tables were created by another tool and are not taken over yet
 */
public record InitResult(
        Instance instance, boolean alreadyInitialised, boolean createdDatabase, SortedSet<String> untracked) {
    public InitResult {
        untracked = Collections.unmodifiableSortedSet(new TreeSet<>(untracked));
    }
}
