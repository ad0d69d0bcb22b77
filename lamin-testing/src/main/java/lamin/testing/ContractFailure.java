package lamin.testing;

import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * Reports a problem of the module and its fix. It has no stack trace, because the location inside the contract is
 * irrelevant.
 */
final class ContractFailure extends AssertionFailedError {
    ContractFailure(List<String> lines) {
        super(String.join("\n", lines));
    }

    static void throwIfAny(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            throw new ContractFailure(
                    Stream.concat(Stream.of(heading), lines.stream()).toList());
        }
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
