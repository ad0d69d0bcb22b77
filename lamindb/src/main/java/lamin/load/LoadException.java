package lamin.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.SkipComparison;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.Behind;
import lamin.schema.internal.plan.ModuleStatus.InSync;
import lamin.schema.internal.plan.ModuleStatus.Mismatch;
import org.jspecify.annotations.Nullable;

/**
 * An instance and the installed code are incompatible. If there are several problems, the most severe determines the
 * type; all of them are in {@link #problems()} and in the message, and their fixes in the remedies.
 */
public abstract sealed class LoadException extends LaminException
        permits InstanceBehindException,
                InstanceAheadException,
                UnknownRevisionException,
                ModuleMissingException,
                ModuleNotMountedException {
    private final transient List<ModuleStatus> problems;

    LoadException(
            ErrorCode code, List<ModuleStatus> statuses, String message, List<? extends Remedy> remedies, Facts facts) {
        super(code, message, remedies, facts, null);
        this.problems =
                statuses.stream().filter(status -> !(status instanceof InSync)).toList();
    }

    /**
     * Reports modules that need different code, one per line.
     *
     * @param instance null if only its database is known
     */
    LoadException(ErrorCode code, @Nullable Slug instance, List<ModuleStatus> statuses, String usable) {
        this(
                code,
                statuses,
                description(statuses),
                List.of(of(instance, remedy(statuses)), new SkipComparison(usable)),
                facts(instance, statuses));
    }

    /** The mounted modules whose database and code differ. */
    public List<ModuleStatus> problems() {
        return problems;
    }

    /** The problems of one kind. */
    <T extends ModuleStatus> List<T> problems(Class<T> kind) {
        return problems.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static Remedy of(@Nullable Slug instance, Remedy remedy) {
        return instance == null ? remedy : new OfInstance(instance.toString(), remedy);
    }

    private static String description(List<ModuleStatus> statuses) {
        var behind = behind(statuses);
        return Stream.concat(
                        mismatches(statuses).map(Mismatch::description),
                        behind.isEmpty()
                                ? Stream.empty()
                                : Stream.of("the database is behind the code of " + String.join(", ", behind)))
                .collect(Collectors.joining("\n"));
    }

    /** Pending migrations are deployed once the other problems are fixed. */
    private static Remedy remedy(List<ModuleStatus> statuses) {
        return Steps.all(Stream.concat(
                        mismatches(statuses).map(Mismatch::remedy),
                        behind(statuses).isEmpty() ? Stream.empty() : Stream.of(new Deploy()))
                .toList());
    }

    private static Facts facts(@Nullable Slug instance, List<ModuleStatus> statuses) {
        return Facts.of(Facts.Kind.INSTANCE, instance == null ? List.of() : List.of(instance.toString()))
                .and(
                        Facts.Kind.MODULE,
                        mismatches(statuses).map(Mismatch::module).toList())
                .and(
                        Facts.Kind.REVISION,
                        mismatches(statuses)
                                .flatMap(mismatch -> mismatch.unknown().stream().sorted())
                                .toList());
    }

    private static Stream<Mismatch> mismatches(List<ModuleStatus> statuses) {
        return statuses.stream().filter(Mismatch.class::isInstance).map(Mismatch.class::cast);
    }

    private static List<String> behind(List<ModuleStatus> statuses) {
        return statuses.stream()
                .filter(Behind.class::isInstance)
                .map(ModuleStatus::module)
                .toList();
    }
}
