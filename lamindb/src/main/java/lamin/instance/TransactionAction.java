package lamin.instance;

/**
 * Work in a transaction that has no result.
 *
 * @param <X> the checked exception that it may throw
 */
@FunctionalInterface
public interface TransactionAction<X extends Exception> {
    void run() throws X;
}
