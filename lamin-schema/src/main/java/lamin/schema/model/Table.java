package lamin.schema.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param module the schema module that owns it; empty if the table belongs to no module
 * @param entity the simple name of the entity class, or its lower-case form as implied by the table's name
 */
public record Table(
        TableName name,
        String module,
        String entity,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueConstraint> uniques,
        List<CheckConstraint> checks,
        List<Index> indexes,
        @Nullable String comment) {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** A table that consists only of columns. */
    public static Table of(TableName name, String module, Column... columns) {
        var entity = impliedEntity(name, module);
        return new Table(
                name, module, entity, Arrays.asList(columns), null, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The entity, in lower case, that by convention has a table with this name. */
    public static String impliedEntity(TableName name, String prefix) {
        var flat = name.flat().toLowerCase(Locale.ROOT);
        return flat.startsWith(prefix + "_") ? flat.substring(prefix.length() + 1) : flat;
    }

    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    public boolean isOfEntity(String other) {
        return entity.equalsIgnoreCase(other);
    }

    public boolean isPrimaryKey(String column) {
        return primaryKey != null && primaryKey.columns().contains(column);
    }

    /** Whether foreign keys may reference these columns, in any order: they are unique. */
    public boolean hasKey(List<String> columns) {
        var wanted = Set.copyOf(columns);
        return (primaryKey != null && Set.copyOf(primaryKey.columns()).equals(wanted))
                || uniques.stream()
                        .anyMatch(unique -> Set.copyOf(unique.columns()).equals(wanted))
                || indexes.stream()
                        .anyMatch(index ->
                                index.isKey() && Set.copyOf(index.columns()).equals(wanted));
    }

    /** Primary key, foreign keys, uniques and checks. */
    public Stream<Constraint> constraints() {
        return Stream.of(Stream.ofNullable(primaryKey), foreignKeys.stream(), uniques.stream(), checks.stream())
                .flatMap(Function.identity());
    }

    /** The constraint with this name in the database. */
    public Optional<Constraint> constraint(String nameInDatabase) {
        return constraints()
                .filter(constraint -> constraint.nameIn(name).equals(nameInDatabase))
                .findFirst();
    }

    /** The index with this name in the database. */
    public Optional<Index> index(String nameInDatabase) {
        return indexes.stream()
                .filter(index -> index.nameIn(name).equals(nameInDatabase))
                .findFirst();
    }

    /** The table under another name; names of enum checks and the table's name in expressions follow. */
    public Table renamed(TableName newName) {
        return renamedOnly(newName)
                .withExpressions(expression -> expression.ofRenamedTable(name.name(), newName.name()));
    }

    private Table withExpressions(UnaryOperator<SqlExpression> change) {
        return withColumns(columns.stream()
                        .map(column -> column.generatedAs() == null
                                ? column
                                : column.withGeneratedAs(change.apply(column.generatedAs())))
                        .toList())
                .withChecks(checks.stream()
                        .map(check -> new CheckConstraint(check.name(), change.apply(check.expression())))
                        .toList())
                .withIndexes(indexes.stream()
                        .map(index -> index.withExpressions(change))
                        .toList());
    }

    private Table renamedOnly(TableName newName) {
        var renamedChecks = checks.stream()
                .map(check -> columns.stream()
                        .filter(column -> check.isOfEnum(name, column.name()))
                        .findFirst()
                        .map(column -> check.withName(Names.ofEnumCheck(newName, column.name())))
                        .orElse(check))
                .toList();
        return new Table(
                newName, module, entity, columns, primaryKey, foreignKeys, uniques, renamedChecks, indexes, comment);
    }

    public Table withModule(String newModule) {
        return new Table(name, newModule, entity, columns, primaryKey, foreignKeys, uniques, checks, indexes, comment);
    }

    public Table withEntity(String newEntity) {
        return new Table(name, module, newEntity, columns, primaryKey, foreignKeys, uniques, checks, indexes, comment);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, module, entity, newColumns, primaryKey, foreignKeys, uniques, checks, indexes, comment);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey key) {
        return new Table(name, module, entity, columns, key, foreignKeys, uniques, checks, indexes, comment);
    }

    public Table withForeignKeys(List<ForeignKey> keys) {
        return new Table(name, module, entity, columns, primaryKey, keys, uniques, checks, indexes, comment);
    }

    public Table withUniques(List<UniqueConstraint> newUniques) {
        return new Table(name, module, entity, columns, primaryKey, foreignKeys, newUniques, checks, indexes, comment);
    }

    public Table withChecks(List<CheckConstraint> newChecks) {
        return new Table(name, module, entity, columns, primaryKey, foreignKeys, uniques, newChecks, indexes, comment);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, module, entity, columns, primaryKey, foreignKeys, uniques, checks, newIndexes, comment);
    }

    public Table withComment(@Nullable String newComment) {
        return new Table(name, module, entity, columns, primaryKey, foreignKeys, uniques, checks, indexes, newComment);
    }

    /** With one more constraint; a primary key replaces the existing one. */
    public Table with(Constraint added) {
        return switch (added) {
            case PrimaryKey key -> withPrimaryKey(key);
            case ForeignKey key -> withForeignKeys(plus(foreignKeys, key));
            case UniqueConstraint unique -> withUniques(plus(uniques, unique));
            case CheckConstraint check -> withChecks(plus(checks, check));
        };
    }

    public Table without(Constraint removed) {
        return switch (removed) {
            case PrimaryKey ignored -> withPrimaryKey(null);
            case ForeignKey key -> withForeignKeys(minus(foreignKeys, key));
            case UniqueConstraint unique -> withUniques(minus(uniques, unique));
            case CheckConstraint check -> withChecks(minus(checks, check));
        };
    }

    public Table with(Column added) {
        return withColumns(plus(columns, added));
    }

    public Table with(Index added) {
        return withIndexes(plus(indexes, added));
    }

    public Table without(Index removed) {
        return withIndexes(minus(indexes, removed));
    }

    /** With {@code change} applied to one column, in the same position. */
    public Table withColumn(String column, UnaryOperator<Column> change) {
        return withColumns(columns.stream()
                .map(candidate -> candidate.name().equals(column) ? change.apply(candidate) : candidate)
                .toList());
    }

    /** Without a column and, as in the databases, without the constraints and indexes on it. */
    public Table withoutColumn(String column) {
        try {
            return droppingColumn(column);
        } catch (UnclearSqlException e) {
            throw e.in("table " + name);
        }
    }

    private Table droppingColumn(String column) {
        return withColumns(columns.stream()
                        .filter(candidate -> !candidate.name().equals(column))
                        .toList())
                .withPrimaryKey(isPrimaryKey(column) ? null : primaryKey)
                .withForeignKeys(foreignKeys.stream()
                        .filter(key -> !key.columns().contains(column))
                        .toList())
                .withUniques(uniques.stream()
                        .filter(unique -> !unique.columns().contains(column))
                        .toList())
                .withChecks(checks.stream()
                        .filter(check -> !check.expression().mentions(column))
                        .toList())
                .withIndexes(indexes.stream()
                        .filter(index -> !index.mentions(column))
                        .toList());
    }

    /** With a column renamed, also in keys, checks, indexes and generated columns. */
    public Table withRenamedColumn(String from, String to) {
        try {
            return renamingColumn(from, to);
        } catch (UnclearSqlException e) {
            throw e.in("table " + name);
        }
    }

    private Table renamingColumn(String from, String to) {
        UnaryOperator<List<String>> inList = names ->
                names.stream().map(name -> name.equals(from) ? to : name).toList();
        var key = primaryKey;
        return withColumns(columns.stream()
                        .map(column -> column.name().equals(from) ? column.renamed(to) : column)
                        .map(column -> column.generatedAs() == null
                                ? column
                                : column.withGeneratedAs(column.generatedAs().renamed(from, to)))
                        .toList())
                .withPrimaryKey(key == null ? null : new PrimaryKey(key.name(), inList.apply(key.columns())))
                .withForeignKeys(foreignKeys.stream()
                        .map(foreign -> foreign.withColumns(inList.apply(foreign.columns())))
                        .toList())
                .withUniques(uniques.stream()
                        .map(unique -> new UniqueConstraint(unique.name(), inList.apply(unique.columns())))
                        .toList())
                .withChecks(
                        checks.stream().map(check -> renamedIn(check, from, to)).toList())
                .withIndexes(indexes.stream()
                        .map(index -> index.withRenamedColumn(from, to))
                        .toList());
    }

    private CheckConstraint renamedIn(CheckConstraint check, String from, String to) {
        return new CheckConstraint(
                check.isOfEnum(name, from) ? Names.ofEnumCheck(name, to) : check.name(),
                check.expression().renamed(from, to));
    }

    private static <T> List<T> plus(List<T> list, T added) {
        var result = new ArrayList<>(list);
        result.add(added);
        return result;
    }

    private static <T> List<T> minus(List<T> list, T removed) {
        return list.stream().filter(candidate -> !candidate.equals(removed)).toList();
    }
}
