package lamin.schema.internal.module;

import lamin.schema.Naming;

/**
 * How a module names its tables and columns.
 *
 * @param implicitStrategy the class of a strategy that is used instead; empty without one
 * @param physicalStrategy the same for names that are written in annotations
 */
public record NamingRules(Naming naming, String implicitStrategy, String physicalStrategy) {
    /** LaminDB's conventions. */
    public static final NamingRules LAMIN = of(Naming.LAMIN);

    public static NamingRules of(Naming naming) {
        return new NamingRules(naming, "", "");
    }

    /** Whether table names begin with a prefix of the module. */
    public boolean hasPrefix() {
        return naming == Naming.LAMIN && implicitStrategy.isEmpty();
    }

    /** As in messages: {@code SPRING}, or the classes. */
    @Override
    public String toString() {
        var classes = implicitStrategy.isEmpty() || physicalStrategy.isEmpty()
                ? implicitStrategy + physicalStrategy
                : implicitStrategy + " and " + physicalStrategy;
        return classes.isEmpty() ? naming.name() : classes;
    }
}
