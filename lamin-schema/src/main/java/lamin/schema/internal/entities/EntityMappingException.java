package lamin.schema.internal.entities;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Reports entities that cannot be read; each problem names the place and what to write instead. */
public final class EntityMappingException extends LaminException {
    private final transient List<String> problems;

    public EntityMappingException(List<String> problems, @Nullable Throwable cause) {
        super(ErrorCode.REFUSED, String.join("\n", problems), cause);
        this.problems = problems;
    }

    public List<String> problems() {
        return problems;
    }
}
