package mappings;

import java.util.EnumSet;

/** Generates a value that is not a key. */
public final class Stamping implements org.hibernate.generator.BeforeExecutionGenerator {
    public Stamping() {}

    @Override
    public Object generate(
            org.hibernate.engine.spi.SharedSessionContractImplementor session,
            Object owner,
            Object current,
            org.hibernate.generator.EventType event) {
        return "stamp";
    }

    @Override
    public EnumSet<org.hibernate.generator.EventType> getEventTypes() {
        return EnumSet.of(org.hibernate.generator.EventType.INSERT);
    }
}
