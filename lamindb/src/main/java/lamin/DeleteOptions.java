package lamin;

import java.util.function.Predicate;

/**
 * How sure somebody is that an instance may be deleted.
 *
 * @param confirm is asked, with a question for a person, when the instance holds records
 * @param force goes ahead although there are data files under the storage root, which stay where they are
 */
public record DeleteOptions(Predicate<String> confirm, boolean force) {
    /** Deletes only what holds nothing but the rows of {@code init}. */
    public static final DeleteOptions CAREFUL = new DeleteOptions(question -> false, false);

    /** Deletes records without asking. */
    public static final DeleteOptions YES = new DeleteOptions(question -> true, false);

    /** The same, but that person is asked about records. */
    public DeleteOptions confirmedBy(Predicate<String> person) {
        return new DeleteOptions(person, force);
    }

    /** The same, and data files are no reason to refuse. */
    public DeleteOptions forced() {
        return new DeleteOptions(confirm, true);
    }
}
