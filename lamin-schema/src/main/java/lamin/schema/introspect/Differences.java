package lamin.schema.introspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;

/** Says in words what tells two model states apart. */
final class Differences {
    private static final List<Aspect> ASPECTS = List.of(
            new Aspect("is", column -> type(column)),
            new Aspect("is", column -> column.nullable() ? "nullable" : "not nullable"),
            new Aspect("is", column -> column.identity() ? "numbered by the database" : "not numbered by the database"),
            new Aspect("is", column -> text(column.generatedAs(), "generated as ", "not generated")),
            new Aspect("has", column -> defaultValue(column.defaultValue())),
            new Aspect("has", column -> text(column.collation(), "collation ", "no collation")),
            new Aspect("has", column -> text(column.comment(), "comment ", "no comment")));

    private final List<String> lines = new ArrayList<>();

    /** One thing that columns may differ in. */
    private record Aspect(String verb, Function<Column, String> words) {}

    List<String> between(SchemaModel expected, SchemaModel found) {
        var names = new TreeSet<>(expected.byName().keySet());
        names.addAll(found.byName().keySet());
        for (var name : names) {
            var one = expected.byName().get(name);
            var other = found.byName().get(name);
            if (other == null) {
                lines.add("table " + name + " is missing");
            } else if (one == null) {
                lines.add("table " + name + " is not expected");
            } else {
                compare(one, other);
            }
        }
        return List.copyOf(lines);
    }

    private void compare(Table expected, Table found) {
        var place = "table " + expected.name() + ": ";
        columns(place, expected, found);
        single(place + "the primary key is ", primaryKey(expected.primaryKey()), primaryKey(found.primaryKey()));
        single(place + "the table has ", comment(expected), comment(found));
        lists(place, expected, found, Table::foreignKeys, Differences::foreignKey);
        lists(place, expected, found, Table::uniques, Differences::unique);
        lists(place, expected, found, Table::checks, Differences::check);
        lists(place, expected, found, Table::indexes, Differences::index);
    }

    private void columns(String place, Table expected, Table found) {
        for (var column : expected.columns()) {
            found.column(column.name())
                    .ifPresentOrElse(
                            other -> compare(place, column, other),
                            () -> lines.add(place + "column " + column.name() + " is missing"));
        }
        found.columns().stream()
                .filter(column -> expected.column(column.name()).isEmpty())
                .forEach(column -> lines.add(place + "column " + column.name() + " is not expected"));
    }

    private void compare(String place, Column expected, Column found) {
        for (var aspect : ASPECTS) {
            single(
                    place + "column " + expected.name() + " " + aspect.verb() + " ",
                    aspect.words().apply(expected),
                    aspect.words().apply(found));
        }
    }

    private void single(String subject, String expected, String found) {
        if (!expected.equals(found)) {
            lines.add(subject + found + ", expected " + expected);
        }
    }

    private <T> void lists(
            String place,
            Table expected,
            Table found,
            Function<Table, Collection<T>> parts,
            Function<T, String> words) {
        var expectedWords = parts.apply(expected).stream().map(words).toList();
        var foundWords = parts.apply(found).stream().map(words).toList();
        expectedWords.stream()
                .filter(one -> !foundWords.contains(one))
                .forEach(one -> lines.add(place + one + " is missing"));
        foundWords.stream()
                .filter(one -> !expectedWords.contains(one))
                .forEach(one -> lines.add(place + one + " is not expected"));
    }

    private static String type(Column column) {
        var type = column.type().display();
        return type.isEmpty() ? "of no type" : type;
    }

    private static String defaultValue(@Nullable DefaultValue value) {
        return value == null ? "no default" : "default " + value.display();
    }

    private static String primaryKey(@Nullable PrimaryKey key) {
        return key == null ? "nothing" : list(key.columns()) + name(key.name());
    }

    private static String comment(Table table) {
        return text(table.comment(), "comment ", "no comment");
    }

    private static String foreignKey(ForeignKey key) {
        return "foreign key " + list(key.columns()) + " to " + key.target() + " " + list(key.targetColumns())
                + (key.onDelete() == OnDelete.NO_ACTION
                        ? ""
                        : " on delete " + key.onDelete().sql())
                + (key.deferrable() ? " deferrable" : "") + name(key.name());
    }

    private static String unique(UniqueConstraint unique) {
        return "unique constraint " + list(unique.columns()) + name(unique.name());
    }

    private static String check(CheckConstraint check) {
        return "check (" + check.expression() + ")" + name(check.name());
    }

    private static String index(Index index) {
        var keys = index.keys().stream()
                .map(key ->
                        (key.expression() ? "(" + key.text() + ")" : key.text()) + (key.descending() ? " desc" : ""))
                .toList();
        return (index.unique() ? "unique index " : "index ")
                + list(keys)
                + text(index.where(), " where ", "")
                + name(index.name());
    }

    private static String name(@Nullable String name) {
        return text(name, " named ", "");
    }

    private static String text(@Nullable String value, String before, String otherwise) {
        return value == null ? otherwise : before + value;
    }

    private static String list(List<String> columns) {
        return columns.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
