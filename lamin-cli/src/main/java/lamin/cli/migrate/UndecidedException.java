package lamin.cli.migrate;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** Decisions are needed and nobody is there to take them. */
public final class UndecidedException extends LaminException {
    UndecidedException(List<String> lines) {
        super(ErrorCode.REFUSED, String.join("\n", lines));
    }
}
