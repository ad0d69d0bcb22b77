package lamin;

/**
 * An instance that {@code init} was asked for.
 *
 * @param alreadyInitialised it was there, as asked for, and nothing was changed
 */
public record InitResult(Instance instance, boolean alreadyInitialised) {}
