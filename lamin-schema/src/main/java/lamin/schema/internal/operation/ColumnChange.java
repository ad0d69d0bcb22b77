package lamin.schema.internal.operation;

import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import org.jspecify.annotations.Nullable;

/** A change by an {@link Operation.AlterColumn}. */
public sealed interface ColumnChange {
    record Type(ColumnType type) implements ColumnChange {}

    record Nullability(boolean nullable) implements ColumnChange {}

    record Default(@Nullable DefaultValue value) implements ColumnChange {}

    record Collation(@Nullable String collation) implements ColumnChange {}

    record Comment(@Nullable String comment) implements ColumnChange {}

    /** Whether the database numbers the rows. */
    record Identity(boolean identity) implements ColumnChange {}

    default Column appliedTo(Column column) {
        return switch (this) {
            case Type(var type) -> column.withType(type);
            case Nullability(var nullable) -> column.withNullable(nullable);
            case Default(var value) -> column.withDefault(value);
            case Collation(var collation) -> column.withCollation(collation);
            case Comment(var comment) -> column.withComment(comment);
            case Identity(var identity) -> column.withIdentity(identity);
        };
    }
}
