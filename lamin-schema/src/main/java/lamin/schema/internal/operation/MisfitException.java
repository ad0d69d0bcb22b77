package lamin.schema.internal.operation;

import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;

/**
 * An operation does not fit the current model state: the object that it changes does not exist, or the one that it
 * creates already exists.
 */
public final class MisfitException extends LaminException {
    public MisfitException(String message, Remedy... remedies) {
        super(ErrorCode.REFUSED, message, remedies);
    }
}
