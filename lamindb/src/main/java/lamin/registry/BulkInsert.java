package lamin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.internal.SingleAttributeIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Inserts new records of an entity in JDBC batches. Hibernate itself inserts records one by one if the database numbers
 * them, so their ids are reserved first.
 */
final class BulkInsert {
    private static final int BATCH = 1000;

    private final SharedSessionContractImplementor session;
    private final EntityPersister persister;
    private final NumberedIds ids;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    private BulkInsert(SharedSessionContractImplementor session, EntityPersister persister, NumberedIds ids) {
        this.session = session;
        this.persister = persister;
        this.ids = ids;
        persister.forEachAttributeMapping(attribute -> {
            attributes.add(attribute);
            attribute.forEachSelectable((index, column) -> add(column));
        });
    }

    private void add(SelectableMapping column) {
        if (column.isInsertable() && !column.isFormula()) {
            columns.add(column.getSelectionExpression());
        }
    }

    /** Empty if only Hibernate can insert records of this entity. */
    static Optional<BulkInsert> of(SharedSessionContractImplementor session, Class<?> entity, NumberedIds ids) {
        var factory = session.getFactory();
        var persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
        return isPlain(persister, factory) ? Optional.of(new BulkInsert(session, persister, ids)) : Optional.empty();
    }

    /** Whether inserting a row is all that saving a record does. */
    private static boolean isPlain(EntityPersister persister, SessionFactoryImplementor factory) {
        return persister.getIdentifierMapping() instanceof SingleAttributeIdentifierMapping
                && persister.getGenerator().generatedOnExecution()
                && !persister.isInherited()
                && !persister.hasSubclasses()
                && !persister.hasMultipleTables()
                && !persister.hasCollections()
                && !persister.hasCascades()
                && !persister.isVersioned()
                && !persister.hasPreInsertGeneratedProperties()
                && !persister.hasInsertGeneratedProperties()
                && !hasCallbacks(persister, factory);
    }

    private static boolean hasCallbacks(EntityPersister persister, SessionFactoryImplementor factory) {
        var callbacks = factory.getEventEngine().getCallbackRegistry();
        return callbacks.hasRegisteredCallbacks(persister.getMappedClass(), CallbackType.PRE_PERSIST)
                || callbacks.hasRegisteredCallbacks(persister.getMappedClass(), CallbackType.POST_PERSIST);
    }

    /** Inserts the records in their order and sets their ids. */
    void insert(Connection connection, List<?> records) throws SQLException {
        var idColumn = idMapping().getSelectable(0).getSelectionExpression();
        var reserved = ids.reserve(connection, persister.getIdentifierTableName(), idColumn, records.size());
        var sql = "insert into %s (%s, %s)%s values (?%s)"
                .formatted(
                        persister.getIdentifierTableName(),
                        idColumn,
                        String.join(", ", columns),
                        ids.overriding(),
                        String.join("", Collections.nCopies(columns.size(), ", ?")));
        try (var statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < records.size(); from += BATCH) {
                int to = Math.min(from + BATCH, records.size());
                insert(statement, records.subList(from, to), reserved.subList(from, to));
            }
        }
    }

    private void insert(PreparedStatement statement, List<?> records, List<Long> reserved) throws SQLException {
        for (int i = 0; i < records.size(); i++) {
            var newRecord = Objects.requireNonNull(records.get(i));
            bind(statement, newRecord, reserved.get(i));
            statement.addBatch();
        }
        try {
            statement.executeBatch();
        } catch (SQLException e) {
            int failed = ids.failed(e, statement.getConnection(), persister.getIdentifierTableName(), reserved);
            throw new FailedRecord(failed >= 0 && failed < records.size() ? records.get(failed) : null, e);
        }
    }

    private void bind(PreparedStatement statement, Object newRecord, long reserved) throws SQLException {
        var id = Numbers.convert(reserved, persister.getIdentifierType().getReturnedClass());
        setId(newRecord, id);
        new Binding(statement, 1).bind(id, idMapping().getSelectable(0));
        var binding = new Binding(statement, 2);
        for (var attribute : attributes) {
            var value = attribute.getValue(newRecord);
            requirePresent(attribute, value, newRecord);
            attribute.breakDownJdbcValues(value, (index, part, column) -> binding.bind(part, column), session);
        }
        if (binding.failure != null) {
            throw binding.failure;
        }
    }

    /** Binds the values of a row from left to right. */
    private final class Binding {
        private final PreparedStatement statement;
        private int place;
        private @Nullable SQLException failure;

        Binding(PreparedStatement statement, int place) {
            this.statement = statement;
            this.place = place;
        }

        @SuppressWarnings("unchecked") // the binder is that of the value's type
        void bind(@Nullable Object value, SelectableMapping column) {
            if (!column.isInsertable() || column.isFormula()) {
                return;
            }
            try {
                column.getJdbcMapping().getJdbcValueBinder().bind(statement, value, place++, session);
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private SingleAttributeIdentifierMapping idMapping() {
        return (SingleAttributeIdentifierMapping) persister.getIdentifierMapping();
    }

    private void setId(Object newRecord, Object id) {
        Objects.requireNonNull(idMapping().getPropertyAccess().getSetter()).set(newRecord, id);
    }

    private void requirePresent(AttributeMapping attribute, @Nullable Object value, Object newRecord) {
        if (value == null && !attribute.getAttributeMetadata().isNullable()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    newRecord.getClass().getSimpleName() + " needs a value for " + attribute.getAttributeName()
                            + "\nrecord: " + newRecord);
        }
    }

    /** A record that the database refuses. */
    static final class FailedRecord extends RuntimeException {
        private final transient @Nullable Object failed;
        private final SQLException inDatabase;

        FailedRecord(@Nullable Object failed, SQLException inDatabase) {
            super(inDatabase);
            this.failed = failed;
            this.inDatabase = Objects.requireNonNullElse(inDatabase.getNextException(), inDatabase);
        }

        /** The database's failure, naming the record. */
        LaminException named(Function<SQLException, LaminException> translation) {
            var translated = translation.apply(inDatabase);
            return failed == null
                    ? translated
                    : new LaminException(
                            translated.code(),
                            translated.getMessage() + "\nrecord: " + failed,
                            translated.remedies(),
                            inDatabase);
        }
    }
}
