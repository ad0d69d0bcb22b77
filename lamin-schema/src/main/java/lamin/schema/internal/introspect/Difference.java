package lamin.schema.internal.introspect;

import java.util.Locale;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One thing that tells two model states apart.
 *
 * @param object what it is about, as a part of the table: {@code column name}, {@code index (name)}
 * @param expected what should be there; null for what should not
 * @param found what is there; null for what is missing
 */
public record Difference(
        TableName table,
        Kind kind,
        String object,
        @Nullable String expected,
        @Nullable String found) {

    /** What of a table is different. */
    public enum Kind {
        TABLE,
        COLUMN,
        TYPE,
        NULLABILITY,
        IDENTITY,
        GENERATED,
        DEFAULT,
        COLLATION,
        COMMENT,
        PRIMARY_KEY,
        FOREIGN_KEY,
        UNIQUE,
        CHECK,
        INDEX,
        /** Of a key, a check or an index that is the same otherwise. */
        NAME;

        private String verb() {
            return switch (this) {
                case DEFAULT, COLLATION, COMMENT -> "has";
                case TABLE,
                        COLUMN,
                        TYPE,
                        NULLABILITY,
                        IDENTITY,
                        GENERATED,
                        PRIMARY_KEY,
                        FOREIGN_KEY,
                        UNIQUE,
                        CHECK,
                        INDEX,
                        NAME -> "is";
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference missing(TableName table, Kind kind, String object) {
        return new Difference(table, kind, object, object, null);
    }

    static Difference surplus(TableName table, Kind kind, String object) {
        return new Difference(table, kind, object, null, object);
    }

    /** Whether rows are read and written all the same: another name, a comment, an index more. */
    public boolean isHarmless() {
        return switch (kind) {
            case NAME, COMMENT -> true;
            case INDEX -> expected == null;
            case TABLE,
                    COLUMN,
                    TYPE,
                    NULLABILITY,
                    IDENTITY,
                    GENERATED,
                    DEFAULT,
                    COLLATION,
                    PRIMARY_KEY,
                    FOREIGN_KEY,
                    UNIQUE,
                    CHECK -> false;
        };
    }

    /** In words, where the found state is that of a live database. */
    public String inDatabase() {
        return words("is in the database only");
    }

    private String words(String surplus) {
        var place = kind == Kind.TABLE ? "table " + table : "table " + table + ": " + object;
        if (found == null) {
            return place + " is missing";
        }
        return expected == null
                ? place + " " + surplus
                : place + " " + kind.verb() + " " + found + ", expected " + expected;
    }

    /** In words, whatever the states are of. */
    @Override
    public String toString() {
        return words("is not expected");
    }
}
