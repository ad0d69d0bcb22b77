package lamin.registry;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;

/** SQLite with times in Python's format: as text, regardless of the driver's format. Entities need no annotation. */
public final class LaminSqliteDialect extends SQLiteDialect {
    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
        super.contributeTypes(contributions, services);
        var types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(SqlTypes.TIMESTAMP, new TextJdbcType(SqlTypes.TIMESTAMP, TextCodec.UTC));
        types.addDescriptor(SqlTypes.TIMESTAMP_UTC, new TextJdbcType(SqlTypes.TIMESTAMP_UTC, TextCodec.UTC));
        types.addDescriptor(
                SqlTypes.TIMESTAMP_WITH_TIMEZONE, new TextJdbcType(SqlTypes.TIMESTAMP_WITH_TIMEZONE, TextCodec.UTC));
        types.addDescriptor(SqlTypes.DATE, new TextJdbcType(SqlTypes.DATE, TextCodec.ISO_DATE));
    }
}
