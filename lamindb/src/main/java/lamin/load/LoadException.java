package lamin.load;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.plan.ModuleStatus.Behind;
import lamin.schema.plan.ModuleStatus.InSync;
import lamin.schema.plan.ModuleStatus.Mismatch;

/**
 * An instance and the code that is here do not go together. Of several things that are wrong the gravest gives the type;
 * all of them are in {@link #problems()} and in the message, with what to do and what works until then.
 */
public abstract sealed class LoadException extends LaminException
        permits InstanceBehindException,
                InstanceAheadException,
                UnknownRevisionException,
                ModuleMissingException,
                ModuleNotMountedException {
    private final transient List<ModuleStatus> problems;

    LoadException(ErrorCode code, List<ModuleStatus> statuses, String message) {
        super(code, message);
        this.problems =
                statuses.stream().filter(status -> !(status instanceof InSync)).toList();
    }

    /** The mounted modules that are not where the code is. */
    public List<ModuleStatus> problems() {
        return problems;
    }

    /** Those of one kind. */
    <T extends ModuleStatus> List<T> problems(Class<T> kind) {
        return problems.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** One problem has lines of its own; several have one each, so that the message stays short. */
    static String explain(List<ModuleStatus> statuses, String works) {
        var mismatches = statuses.stream().flatMap(LoadException::mismatch).toList();
        boolean isAlone = mismatches.size() == 1 && statuses.stream().noneMatch(Behind.class::isInstance);
        var lines = Stream.concat(
                mismatches.stream()
                        .map(mismatch -> mismatch.description() + (isAlone ? "\n" : "; ") + mismatch.remedy()),
                behind(statuses));
        return String.join("\n", Stream.concat(lines, Stream.of(works)).toList());
    }

    private static Stream<Mismatch> mismatch(ModuleStatus status) {
        return status instanceof Mismatch mismatch ? Stream.of(mismatch) : Stream.empty();
    }

    /** They are deployed once the rest is mended. */
    private static Stream<String> behind(List<ModuleStatus> statuses) {
        var modules = statuses.stream()
                .filter(Behind.class::isInstance)
                .map(ModuleStatus::module)
                .toList();
        return modules.isEmpty()
                ? Stream.empty()
                : Stream.of("the database is behind the code of " + String.join(", ", modules)
                        + "; after that: lamin migrate deploy");
    }
}
