package lamin.load;

import java.util.List;
import java.util.stream.Collectors;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.SkipComparison;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.ModuleStatus;

/** The code has migrations that the database of an instance does not have; a deploy fixes it. */
public final class InstanceBehindException extends LoadException {
    private static final int NAMED = 5;

    private final transient Slug instance;
    private final transient List<Script> pending;

    InstanceBehindException(Slug instance, List<ModuleStatus> statuses, List<Script> pending) {
        super(
                ErrorCode.NOT_IN_SYNC,
                statuses,
                instance + " is behind the code; pending: " + names(pending),
                List.of(of(instance, new Deploy()), new SkipComparison("what these migrations do not change")),
                Facts.of(Facts.Kind.INSTANCE, instance.toString())
                        .and(
                                Facts.Kind.REVISION,
                                pending.stream().map(Script::revision).toList()));
        this.instance = instance;
        this.pending = List.copyOf(pending);
    }

    private static String names(List<Script> pending) {
        var named = pending.stream().limit(NAMED).map(Script::toString).collect(Collectors.joining(", "));
        return pending.size() > NAMED ? named + " and " + (pending.size() - NAMED) + " more" : named;
    }

    public Slug instance() {
        return instance;
    }

    /** The migrations that a deploy would apply, in order. */
    public List<Script> pending() {
        return pending;
    }
}
