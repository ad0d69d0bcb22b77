package lamin.cli.command;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;

/** Decisions are needed and nobody is there to take them. Its message is as long as there are alternatives. */
public final class UndecidedException extends LaminException {
    public UndecidedException(List<String> lines, Remedy remedy) {
        super(ErrorCode.REFUSED, String.join("\n", lines), remedy);
    }
}
