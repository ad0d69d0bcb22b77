package lamin;

import java.util.function.Predicate;

/**
 * How much may be lost when an instance is deleted.
 *
 * @param confirm is asked for confirmation, with a question for the user, if the instance holds records
 * @param force whether to delete even if there are data files under the storage root; the files stay in place
 */
public record DeleteOptions(Predicate<String> confirm, boolean force) {
    /** Deletes only an instance that holds nothing but the rows of {@code init}. */
    public static final DeleteOptions CAREFUL = new DeleteOptions(question -> false, false);

    /** Deletes records without asking. */
    public static final DeleteOptions YES = new DeleteOptions(question -> true, false);

    /** The same, but the user is asked about records. */
    public DeleteOptions confirmedBy(Predicate<String> person) {
        return new DeleteOptions(person, force);
    }

    /** The same, but data files do not prevent the deletion. */
    public DeleteOptions forced() {
        return new DeleteOptions(confirm, true);
    }
}
