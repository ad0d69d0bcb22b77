package lamin.registry;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.model.TableName;
import lamin.trash.DeletePlan;
import lamin.trash.Trash;
import lnschema_core.Artifact;
import lnschema_core.Branch;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.internal.SingleAttributeIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Deletes records of an entity. */
final class Removal {
    private static final String ID = "id";
    private static final int IN_TRASH = -1;
    private static final int MAIN = 1;

    private final Sessions sessions;
    private final Trash trash;
    private final Class<?> entity;
    private final EntityPersister persister;

    Removal(Sessions sessions, Trash trash, Class<?> entity) {
        this.sessions = sessions;
        this.trash = trash;
        this.entity = entity;
        this.persister = sessions.factory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
    }

    /** All of them or none: into the trash if the registry has one. */
    void delete(Collection<?> records) {
        sessions.database().transaction(() -> {
            for (var each : records) {
                if (hasTrash()) {
                    trash.move(table(), uid(each).orElseThrow(() -> unsaved(each)));
                    setBranch(each, IN_TRASH);
                } else {
                    delete(plan(each), Set.of());
                }
            }
            return true;
        });
    }

    void deletePermanently(Object saved, Set<String> allowedInputs) {
        if (entity == Artifact.class) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "an artifact is deleted permanently with its file, which a registry does not know",
                    new Advice("use artifacts().planDelete and artifacts().delete of the instance"));
        }
        sessions.database().transaction(() -> {
            delete(plan(saved), allowedInputs);
            return true;
        });
    }

    private void delete(DeletePlan plan, Set<String> allowedInputs) {
        trash.delete(plan, allowedInputs, Trash.Also.NOTHING);
    }

    void restore(Object saved) {
        if (!hasTrash()) {
            throw new LaminException(ErrorCode.USAGE, entity.getSimpleName() + " has no trash");
        }
        sessions.database().transaction(() -> {
            trash.restore(table(), uid(saved).orElseThrow(() -> unsaved(saved)));
            setBranch(saved, MAIN);
            return true;
        });
    }

    DeletePlan plan(Object saved) {
        var column = ((SingleAttributeIdentifierMapping) persister.getIdentifierMapping()).getSelectable(0);
        if (!column.getSelectionExpression().equals(ID)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "only records with a column id can be deleted by a registry, " + entity.getSimpleName() + " has "
                            + column.getSelectionExpression());
        }
        var id = sessions.factory().getPersistenceUnitUtil().getIdentifier(saved);
        if (!(id instanceof Number number)) {
            throw unsaved(saved);
        }
        var name = uid(saved).orElse(entity.getSimpleName() + " " + number);
        return trash.plan(table(), number.longValue(), name);
    }

    /** Otherwise saving the record again would take it back. */
    private void setBranch(Object saved, int branch) {
        var attribute = Objects.requireNonNull(persister.findAttributeMapping("branch"));
        var before = attribute.getValue(saved);
        sessions.database().ifRolledBack(() -> attribute.setValue(saved, before));
        attribute.setValue(saved, sessions.read(session -> session.getReference(Branch.class, branch)));
    }

    private boolean hasTrash() {
        return sessions.hasTrash(entity) && persister.findAttributeMapping("uid") != null;
    }

    private TableName table() {
        return sessions.tables().table(entity).table();
    }

    private Optional<String> uid(Object saved) {
        var attribute = persister.findAttributeMapping("uid");
        return attribute == null ? Optional.empty() : Optional.ofNullable((String) attribute.getValue(saved));
    }

    private static LaminException unsaved(Object unsaved) {
        return new LaminException(ErrorCode.USAGE, "the record was not saved\nrecord: " + unsaved);
    }
}
