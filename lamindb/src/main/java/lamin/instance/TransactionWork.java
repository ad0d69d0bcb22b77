package lamin.instance;

/**
 * Work in a transaction.
 *
 * @param <T> the type of its result
 * @param <X> the checked exception that it may throw
 */
@FunctionalInterface
public interface TransactionWork<T, X extends Exception> {
    T run() throws X;
}
