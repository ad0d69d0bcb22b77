package lamin.parquet;

import java.nio.file.Path;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;

/** The failures of reading a file. */
record Unreadable(Path path) {

    LaminException because(String reason, String advice) {
        return because(reason, advice, null);
    }

    LaminException because(String reason, String advice, @Nullable Throwable cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "cannot read " + path + ": " + reason,
                advice.isEmpty() ? List.of() : List.of(new Advice(advice)),
                cause);
    }

    LaminException encrypted() {
        return because("it is encrypted", "write the table without encryption");
    }

    LaminException damaged(String detail, @Nullable Throwable cause) {
        return because(
                "it is incomplete or damaged: " + detail, "copy it again from its source, or write it again", cause);
    }
}
