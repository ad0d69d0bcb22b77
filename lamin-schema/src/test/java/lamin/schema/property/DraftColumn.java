package lamin.schema.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** A column that edits change in place; everything that mentions it follows. */
final class DraftColumn {
    /** Types that it had at the end of a step; its values must fit all of them. */
    final List<ColumnType> types = new ArrayList<>();

    String name;
    String property;
    ColumnType type;
    boolean nullable = true;
    boolean identity;

    @Nullable
    DefaultValue defaultValue;

    @Nullable
    Formula generatedAs;

    @Nullable
    String collation;

    @Nullable
    String comment;

    /** The values that an enum check allows; empty for other columns. */
    List<String> constants = List.of();

    /** Those that were allowed at all times. */
    @Nullable
    Set<String> lastingConstants;

    /** It is or was part of a primary key, a unique one, or a foreign key or its target: its values are counted through. */
    boolean isKey;

    boolean isPrimary;
    boolean isIndexed;

    /** It is or was part of a foreign key. */
    boolean isReference;

    /** A foreign key points or pointed to it. */
    boolean isTarget;

    /** Some rows have, or get, one and the same value. */
    boolean isUniform;

    /** Rows may be without a value. */
    boolean mayLackValue;

    /** It is there since rows were written. */
    boolean hasRows;

    /** Rows without a value got one. */
    boolean isFilled;

    /** What a step began with; null where it was not there. */
    @Nullable
    String formerName;

    DraftColumn(String name, ColumnType type) {
        this.name = name;
        this.property = name;
        this.type = type;
    }

    boolean isPlain() {
        return !identity && generatedAs == null;
    }

    /** A step ends here. */
    void remember() {
        formerName = name;
        types.add(type);
        if (!constants.isEmpty()) {
            var lasting = new HashSet<>(constants);
            if (lastingConstants != null) {
                lasting.retainAll(lastingConstants);
            }
            lastingConstants = lasting;
        }
    }

    Column render() {
        var formula = generatedAs;
        return new Column(
                name,
                property,
                type,
                nullable,
                identity,
                defaultValue,
                formula == null ? null : SqlExpression.of(formula.sql()),
                collation,
                comment);
    }
}
