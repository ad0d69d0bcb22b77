package lamin.schema.internal.introspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.internal.introspect.Difference.Kind;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Finds the differences between two model states. */
final class Differences {
    private static final List<Aspect> ASPECTS = List.of(
            new Aspect(Kind.TYPE, column -> type(column)),
            new Aspect(Kind.NULLABILITY, column -> column.nullable() ? "nullable" : "not nullable"),
            new Aspect(
                    Kind.IDENTITY,
                    column -> column.identity() ? "numbered by the database" : "not numbered by the database"),
            new Aspect(Kind.GENERATED, column -> text(column.generatedAs(), "generated as ", "not generated")),
            new Aspect(Kind.DEFAULT, column -> defaultValue(column.defaultValue())),
            new Aspect(Kind.COLLATION, column -> text(column.collation(), "collation ", "no collation")),
            new Aspect(Kind.COMMENT, column -> text(column.comment(), "comment ", "no comment")));

    private final List<Difference> differences = new ArrayList<>();

    /** An aspect in which columns may differ. */
    private record Aspect(Kind kind, Function<Column, String> words) {}

    /** A key, check or index, with its description. */
    private record Part(Kind kind, String words, @Nullable String name) {
        String object() {
            return words + text(name, " named ", "");
        }
    }

    List<Difference> between(SchemaModel expected, SchemaModel found) {
        var names = new TreeSet<>(expected.byName().keySet());
        names.addAll(found.byName().keySet());
        for (var name : names) {
            var one = expected.byName().get(name);
            var other = found.byName().get(name);
            if (other == null) {
                differences.add(Difference.missing(name, Kind.TABLE, "table"));
            } else if (one == null) {
                differences.add(Difference.surplus(name, Kind.TABLE, "table"));
            } else {
                compare(one, other);
            }
        }
        sequences(expected, found);
        return List.copyOf(differences);
    }

    private void sequences(SchemaModel expected, SchemaModel found) {
        for (var sequence : expected.sequences()) {
            var name = sequence.name();
            found.sequence(name)
                    .ifPresentOrElse(
                            other -> single(name, Kind.SEQUENCE, "sequence", increment(sequence), increment(other)),
                            () -> differences.add(Difference.missing(name, Kind.SEQUENCE, "sequence")));
        }
        found.sequences().stream()
                .filter(sequence -> expected.sequence(sequence.name()).isEmpty())
                .forEach(sequence -> differences.add(Difference.surplus(sequence.name(), Kind.SEQUENCE, "sequence")));
    }

    private static String increment(Sequence sequence) {
        return "incremented by " + sequence.increment();
    }

    private void compare(Table expected, Table found) {
        var table = expected.name();
        columns(expected, found);
        primaryKeys(table, expected.primaryKey(), found.primaryKey());
        single(table, Kind.COMMENT, "the table", comment(expected), comment(found));
        parts(expected, found, Table::foreignKeys, Differences::foreignKey);
        parts(expected, found, Table::uniques, Differences::unique);
        parts(expected, found, Table::checks, Differences::check);
        parts(expected, found, Table::indexes, Differences::index);
    }

    private void primaryKeys(TableName table, @Nullable PrimaryKey expected, @Nullable PrimaryKey found) {
        var object = "the primary key";
        if (expected == null || found == null || !isSameKey(expected, found)) {
            single(table, Kind.PRIMARY_KEY, object, columns(expected), columns(found));
            return;
        }
        single(table, Kind.KEY_ORDER, object, columns(expected), columns(found));
        single(table, Kind.NAME, object, named(expected.name()), named(found.name()));
    }

    /** Whether two keys have the same columns in any order. */
    private static boolean isSameKey(PrimaryKey one, PrimaryKey other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()));
    }

    private static String columns(@Nullable PrimaryKey key) {
        return key == null ? "nothing" : list(key.columns());
    }

    private void columns(Table expected, Table found) {
        var table = expected.name();
        for (var column : expected.columns()) {
            found.column(column.name())
                    .ifPresentOrElse(
                            other -> compare(table, column, other),
                            () -> differences.add(Difference.missing(table, Kind.COLUMN, object(column))));
        }
        found.columns().stream()
                .filter(column -> expected.column(column.name()).isEmpty())
                .forEach(column -> differences.add(Difference.surplus(table, Kind.COLUMN, object(column))));
    }

    private void compare(TableName table, Column expected, Column found) {
        for (var aspect : ASPECTS) {
            single(
                    table,
                    aspect.kind(),
                    object(expected),
                    aspect.words().apply(expected),
                    aspect.words().apply(found));
        }
    }

    private void single(TableName table, Kind kind, String object, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(table, kind, object, expected, found));
        }
    }

    private <T> void parts(Table expected, Table found, Function<Table, Collection<T>> parts, Function<T, Part> words) {
        var table = expected.name();
        var missing = parts.apply(expected).stream().map(words).collect(Collectors.toList());
        var surplus = parts.apply(found).stream().map(words).collect(Collectors.toList());
        var same = new HashSet<>(missing);
        same.retainAll(surplus);
        missing.removeAll(same);
        surplus.removeAll(same);
        names(table, missing, surplus);
        missing.forEach(part -> differences.add(Difference.missing(table, part.kind(), part.object())));
        surplus.forEach(part -> differences.add(Difference.surplus(table, part.kind(), part.object())));
    }

    /** Removes from both lists the parts that differ in name only. */
    private void names(TableName table, List<Part> missing, List<Part> surplus) {
        for (var part : List.copyOf(missing)) {
            surplus.stream()
                    .filter(other -> other.words().equals(part.words()))
                    .findFirst()
                    .ifPresent(other -> {
                        missing.remove(part);
                        surplus.remove(other);
                        single(table, Kind.NAME, part.words(), named(part.name()), named(other.name()));
                    });
        }
    }

    private static String named(@Nullable String name) {
        return text(name, "named ", "named by convention");
    }

    private static String object(Column column) {
        return "column " + column.name();
    }

    private static String type(Column column) {
        var type = column.type().display();
        return type.isEmpty() ? "of no type" : type;
    }

    private static String defaultValue(@Nullable DefaultValue value) {
        return value == null ? "no default" : "default " + value.display();
    }

    private static String comment(Table table) {
        return text(table.comment(), "comment ", "no comment");
    }

    private static Part foreignKey(ForeignKey key) {
        var words = "foreign key " + list(key.columns()) + " to " + key.target() + " " + list(key.targetColumns())
                + (key.onDelete() == OnDelete.NO_ACTION
                        ? ""
                        : " on delete " + key.onDelete().sql())
                + (key.deferrable() ? " deferrable" : "");
        return new Part(Kind.FOREIGN_KEY, words, key.name());
    }

    private static Part unique(UniqueConstraint unique) {
        return new Part(Kind.UNIQUE, "unique constraint " + list(unique.columns()), unique.name());
    }

    private static Part check(CheckConstraint check) {
        return new Part(Kind.CHECK, "check (" + check.expression() + ")", check.name());
    }

    private static Part index(Index index) {
        var keys = index.keys().stream().map(Index.Key::spelling).toList();
        var words = (index.unique() ? "unique index " : "index ") + list(keys) + text(index.where(), " where ", "");
        return new Part(index.unique() ? Kind.UNIQUE : Kind.INDEX, words, index.name());
    }

    private static String text(@Nullable Object value, String before, String otherwise) {
        return value == null ? otherwise : before + value;
    }

    private static String list(List<String> columns) {
        return columns.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
