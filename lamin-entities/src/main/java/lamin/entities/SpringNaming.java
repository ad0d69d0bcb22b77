package lamin.entities;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * The names that Spring Boot's {@code SpringImplicitNamingStrategy} gives: those of JPA, but the table of a to-many association
 * is named by the owner's table and the property. Source: Spring Boot's reference, "Configure Hibernate Naming Strategy".
 */
final class SpringNaming extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1;

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        var property = source.getAssociationOwningAttributePath().getProperty();
        return toIdentifier(source.getOwningPhysicalTableName() + "_" + property, source.getBuildingContext());
    }
}
