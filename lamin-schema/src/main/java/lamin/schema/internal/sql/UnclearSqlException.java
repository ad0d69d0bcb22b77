package lamin.schema.internal.sql;

import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** It is unclear whether a word in an expression is a column. */
public final class UnclearSqlException extends LaminException {
    private UnclearSqlException(String message) {
        super(
                ErrorCode.REFUSED,
                message,
                new Advice("write columns in double quotes, or the expression in a simpler form"));
    }

    /** The same exception with the location of the expression. */
    public UnclearSqlException in(String place) {
        return new UnclearSqlException(place + ": " + getMessage());
    }

    public static UnclearSqlException of(String expression, Token word) {
        return new UnclearSqlException("cannot tell whether " + word.text() + " is a column in: " + expression);
    }
}
