package lamin.schema.internal.introspect;

import java.util.Locale;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two model states.
 *
 * @param table the name of a table, or of a sequence if that differs
 * @param object the object that differs, as a part of the table: {@code column name}, {@code index (name)}
 * @param expected the expected definition; null if the object should not exist
 * @param found the found definition; null if the object is missing
 */
public record Difference(
        TableName table,
        Kind kind,
        String object,
        @Nullable String expected,
        @Nullable String found) {

    /** The part of a table that differs. */
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
        /** The order of the columns of a primary key, which matters to no row. */
        KEY_ORDER,
        FOREIGN_KEY,
        UNIQUE,
        CHECK,
        INDEX,
        SEQUENCE,
        /** The name of a key, check or index that is otherwise the same. */
        NAME;

        /** Whether it is an object of the database, not a part of a table. */
        private boolean isWhole() {
            return this == TABLE || this == SEQUENCE;
        }

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
                        KEY_ORDER,
                        FOREIGN_KEY,
                        UNIQUE,
                        CHECK,
                        INDEX,
                        SEQUENCE,
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

    /** Whether rows are read and written as before: another name, comment or order of key columns, or an extra index. */
    public boolean isHarmless() {
        return switch (kind) {
            case NAME, COMMENT, KEY_ORDER -> true;
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
                    CHECK,
                    SEQUENCE -> false;
        };
    }

    /** Described for a found state that is a live database. */
    public String inDatabase() {
        return words("is in the database only");
    }

    private String words(String surplus) {
        var place = kind.isWhole() ? kind + " " + table : "table " + table + ": " + object;
        if (found == null) {
            return place + " is missing";
        }
        return expected == null
                ? place + " " + surplus
                : place + " " + kind.verb() + " " + found + ", expected " + expected;
    }

    /** Described independently of the origin of the states. */
    @Override
    public String toString() {
        return words("is not expected");
    }
}
