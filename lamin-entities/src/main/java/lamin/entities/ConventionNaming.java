package lamin.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitEntityNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;

/** Hibernate naming strategy that applies {@link Convention}. */
final class ConventionNaming extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1;

    private final Map<String, String> prefixOfClass = new HashMap<>();

    ConventionNaming(List<ModuleEntities> modules) {
        for (var module : modules) {
            module.entities().forEach(entity -> prefixOfClass.put(entity.getName(), module.tablePrefix()));
        }
    }

    @Override
    public Identifier determinePrimaryTableName(ImplicitEntityNameSource source) {
        var naming = source.getEntityNaming();
        var prefix = prefixOfClass.getOrDefault(naming.getClassName(), "");
        return toIdentifier(Convention.table(prefix, simpleName(naming)), source.getBuildingContext());
    }

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        return toIdentifier(
                Convention.collection(
                        source.getOwningPhysicalTableName(), property(source.getAssociationOwningAttributePath())),
                source.getBuildingContext());
    }

    @Override
    public Identifier determineCollectionTableName(ImplicitCollectionTableNameSource source) {
        return toIdentifier(
                Convention.collection(
                        source.getOwningPhysicalTableName().getText(), property(source.getOwningAttributePath())),
                source.getBuildingContext());
    }

    @Override
    public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
        return toIdentifier(Convention.column(property(source.getAttributePath())), source.getBuildingContext());
    }

    /**
     * The column of a reference, including one in a collection's table. {@link CollectionTables} has already named the
     * columns that cannot be determined here.
     */
    @Override
    public Identifier determineJoinColumnName(ImplicitJoinColumnNameSource source) {
        var path = source.getAttributePath();
        var referred = source.getEntityNaming();
        var stem = path == null ? Convention.lowerCase(simpleName(referred)) : Convention.column(property(path));
        var key = source.getBuildingContext()
                .getMetadataCollector()
                .getEntityBinding(referred.getEntityName())
                .getIdentifier();
        var name = key.getColumnSpan() == 1
                ? Convention.reference(stem)
                : Convention.referencePart(
                        stem, source.getReferencedColumnName().getText());
        return toIdentifier(name, source.getBuildingContext());
    }

    /** The last property of a path, without collection elements. */
    private static String property(AttributePath path) {
        var end = path;
        while (end.getParent() != null && end.getProperty().matches("\\{element}|collection&&element")) {
            end = end.getParent();
        }
        return end.getProperty();
    }

    private static String simpleName(EntityNaming naming) {
        return naming.getClassName().substring(naming.getClassName().lastIndexOf('.') + 1);
    }
}
