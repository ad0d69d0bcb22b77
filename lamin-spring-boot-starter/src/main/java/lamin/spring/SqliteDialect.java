package lamin.spring;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.extract.internal.SequenceInformationImpl;
import org.hibernate.tool.schema.extract.spi.ExtractionContext;
import org.hibernate.tool.schema.extract.spi.SequenceInformation;
import org.hibernate.tool.schema.extract.spi.SequenceInformationExtractor;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/**
 * Hibernate's dialect for SQLite, with three differences. Numbers of sequences are taken in the transaction of the row: Hibernate
 * would take them over a second connection, which waits for the lock of the first. UUIDs are text, as migrations declare them. And
 * validation compares no types, which SQLite does not enforce: Hibernate refuses even the tables that it makes itself.
 *
 * <p>Needs {@code hibernate.id.optimizer.pooled.preferred=none}: a block of numbers that is kept in memory would be given away
 * again after a rollback.
 */
public class SqliteDialect extends SQLiteDialect {
    private static final String SEQUENCES = """
            select m.name from sqlite_schema m where m.type = 'table'
            and (select group_concat(c.name) from pragma_table_info(m.name) c) = 'next_val'""";

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
        super.contributeTypes(contributions, services);
        var settings = services.requireService(ConfigurationService.class).getSettings();
        if (!"none".equals(String.valueOf(settings.get(AvailableSettings.PREFERRED_POOLED_OPTIMIZER)))) {
            throw new HibernateException("on SQLite a block of numbers would be given away twice after a rollback; set "
                    + AvailableSettings.PREFERRED_POOLED_OPTIMIZER + "=none (spring.jpa.properties."
                    + AvailableSettings.PREFERRED_POOLED_OPTIMIZER + "=none in Spring Boot)");
        }
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.UUID, VarcharJdbcType.INSTANCE);
    }

    @Override
    public boolean equivalentTypes(int one, int other) {
        return true;
    }

    @Override
    public SequenceSupport getSequenceSupport() {
        return new TableOfNextValue();
    }

    @Override
    public String getQuerySequencesString() {
        return SEQUENCES;
    }

    @Override
    public SequenceInformationExtractor getSequenceInformationExtractor() {
        return SqliteDialect::sequences;
    }

    private static List<SequenceInformation> sequences(ExtractionContext context) throws SQLException {
        try (var statement = context.getJdbcConnection().createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            var found = new ArrayList<SequenceInformation>();
            while (rows.next()) {
                var name = new QualifiedSequenceName(null, null, Identifier.toIdentifier(rows.getString(1)));
                found.add(new SequenceInformationImpl(name, null, null, null, null));
            }
            return found;
        }
    }

    /** A sequence is a table with one column and one row: the next value. */
    private static final class TableOfNextValue implements SequenceSupport {
        @Override
        public String getSelectSequenceNextValString(String sequence) {
            throw new UnsupportedOperationException(
                    "SQLite cannot take a number of " + sequence + " within a statement");
        }

        @Override
        public String getSequenceNextValString(String sequence) {
            return getSequenceNextValString(sequence, 1);
        }

        @Override
        public String getSequenceNextValString(String sequence, int increment) {
            return "update " + sequence + " set next_val = next_val + " + increment + " returning next_val - "
                    + increment;
        }
    }
}
