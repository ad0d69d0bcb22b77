package lamin;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An instance that {@code init} was asked for.
 *
 * @param alreadyInitialised it was there, as asked for, and nothing was changed
 * @param untracked modules whose tables another tool has made, still to be taken over
 */
public record InitResult(Instance instance, boolean alreadyInitialised, SortedSet<String> untracked) {
    public InitResult {
        untracked = Collections.unmodifiableSortedSet(new TreeSet<>(untracked));
    }
}
