package lamin.schema.internal.introspect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.LogicalRules;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * A model state reduced to what a database can represent. What a chain describes and what introspection reads after
 * deploying it have the same logical form for that database. A SQLite and a PostgreSQL instance of the same modules
 * have the same logical form for SQLite, which represents less.
 *
 * <p>Names stay only if they were chosen explicitly and the database keeps them; expressions have their
 * {@linkplain SqlExpression#normalWithoutCasts() normal form}; insignificant orders become alphabetical; modules,
 * entities, properties and the first values of sequences are removed.
 */
public final class LogicalForm {
    private final LogicalRules rules;
    private final LogicalColumns columns;

    private LogicalForm(DatabaseSystem system) {
        this.rules = system.logicalRules();
        this.columns = new LogicalColumns(system);
    }

    /** The logical form for a database of this system. */
    public static SchemaModel of(SchemaModel model, DatabaseSystem system) {
        var form = new LogicalForm(system);
        return SchemaModel.of(
                model.tables().stream().map(form::levelled).toList(),
                model.sequences().stream()
                        .map(system.logicalRules()::stored)
                        .map(sequence -> sequence.withStart(1))
                        .toList());
    }

    /** The same without the names of keys, checks and indexes, for schemas that other tools named. */
    public static SchemaModel withoutNames(SchemaModel model) {
        return model.withTables(LogicalForm::unnamed);
    }

    /** The differences between two logical forms, one line each; empty if they are equal. */
    public static List<String> differences(SchemaModel expected, SchemaModel found) {
        return compare(expected, found).stream().map(Difference::toString).toList();
    }

    /** The differences between two logical forms; empty if they are equal. */
    public static List<Difference> compare(SchemaModel expected, SchemaModel found) {
        return new Differences().between(expected, found);
    }

    private Table levelled(Table table) {
        var name = rules.stored(table.name());
        return new Table(
                name,
                "",
                Table.impliedEntity(name, ""),
                columns.of(table),
                primaryKey(table),
                sorted(table.foreignKeys().stream().map(key -> foreignKey(table, key))),
                sorted(uniques(table)),
                sorted(table.checks().stream().map(check -> check(table, check))),
                sorted(table.indexes().stream()
                        .filter(index -> !rules.isUniqueConstraint(index))
                        .map(index -> index(table, index))),
                rules.keepsComments() ? table.comment() : null);
    }

    private @Nullable PrimaryKey primaryKey(Table table) {
        var key = table.primaryKey();
        if (key == null) {
            return null;
        }
        var unnamed = new PrimaryKey(null, key.columns());
        return new PrimaryKey(keptName(key.name(), unnamed.nameIn(table.name())), key.columns());
    }

    private ForeignKey foreignKey(Table table, ForeignKey key) {
        var generated = key.withName(null).nameIn(table.name());
        return key.withName(keptName(key.name(), generated))
                .withTarget(rules.stored(key.target()), key.targetColumns());
    }

    private @Nullable String keptName(@Nullable String name, String generated) {
        return rules.namesKeys() ? unlessGenerated(name, generated) : null;
    }

    /** An author may write the very name that is generated, and a database does not tell who wrote it. */
    private static @Nullable String unlessGenerated(@Nullable String name, String generated) {
        return generated.equals(name) ? null : name;
    }

    private Stream<UniqueConstraint> uniques(Table table) {
        var constraints = table.uniques().stream().map(unique -> unique(table, unique.columns(), unique.name()));
        var indexes = table.indexes().stream()
                .filter(rules::isUniqueConstraint)
                .map(index -> unique(table, index.columns(), index.name()));
        return Stream.concat(constraints, indexes);
    }

    /** If a unique constraint is a unique index, generated names of either kind count as no name. */
    private UniqueConstraint unique(Table table, List<String> keys, @Nullable String name) {
        var generated = new Index(null, keys.stream().map(Index.Key::column).toList(), true, null);
        boolean dropped = rules.isUniqueConstraint(generated)
                && generated.nameIn(table.name()).equals(name);
        var constraint = new UniqueConstraint(null, keys).nameIn(table.name());
        return new UniqueConstraint(dropped ? null : unlessGenerated(name, constraint), keys);
    }

    private static CheckConstraint check(Table table, CheckConstraint check) {
        return new CheckConstraint(
                GeneratedNames.without(check.name(), table.name(), "check"),
                check.expression().normalWithoutCasts());
    }

    private static Index index(Table table, Index index) {
        boolean hashed = !index.expressions().isEmpty();
        var name = hashed
                ? GeneratedNames.without(index.name(), table.name(), "idx")
                : unlessGenerated(index.name(), index.named(null).nameIn(table.name()));
        return index.named(name).withExpressions(SqlExpression::normalWithoutCasts);
    }

    private static Table unnamed(Table table) {
        var key = table.primaryKey();
        return table.withPrimaryKey(key == null ? null : new PrimaryKey(null, key.columns()))
                .withForeignKeys(sorted(table.foreignKeys().stream().map(foreign -> foreign.withName(null))))
                .withUniques(
                        sorted(table.uniques().stream().map(unique -> new UniqueConstraint(null, unique.columns()))))
                .withChecks(sorted(table.checks().stream().map(check -> new CheckConstraint(null, check.expression()))))
                .withIndexes(sorted(table.indexes().stream().map(index -> index.named(null))));
    }

    private static <T> List<T> sorted(Stream<T> parts) {
        return parts.distinct().sorted(Comparator.comparing(Object::toString)).collect(Collectors.toList());
    }
}
