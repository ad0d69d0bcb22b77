package lamin.cli.command;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;

/** Decisions are needed and there is no terminal to ask for them. The message lists all alternatives, however many. */
public final class UndecidedException extends LaminException {
    public UndecidedException(List<String> lines, Remedy remedy) {
        super(ErrorCode.REFUSED, String.join("\n", lines), remedy);
    }
}
