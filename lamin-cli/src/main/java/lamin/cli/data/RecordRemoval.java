package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lamin.Instance;
import lamin.artifact.ArtifactDeletion;
import lamin.cli.command.Session;
import lamin.content.ByteSize;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.trash.DeletePlan;
import lamin.trash.Reference;

/** Moves records to the trash, or deletes them after a plan was shown. */
public final class RecordRemoval {
    private static final int NOT_REMOVED = 1;

    private final Instance instance;
    private final String registry;
    private final Session session;
    private final boolean isConfirmed;

    public RecordRemoval(Instance instance, String registry, Session session, boolean isConfirmed) {
        this.instance = instance;
        this.registry = registry;
        this.session = session;
        this.isConfirmed = isConfirmed;
    }

    private boolean isOfArtifacts() {
        return registry.toLowerCase(Locale.ROOT).equals("artifact");
    }

    /** Moves records to the trash and returns the exit code. */
    public int trash(List<String> records, boolean json) {
        var uids = records.stream()
                .map(record -> instance.trash(registry, record).uid())
                .toList();
        print(
                json,
                "trashed",
                uids,
                uid -> "moved to the trash: " + uid + "; take it back: lamin restore " + registry + " " + uid);
        return 0;
    }

    private void print(boolean json, String word, List<String> uids, java.util.function.Function<String, String> line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(word, uids);
        session.print(json, () -> map, () -> uids.stream().map(line).toList());
    }

    /** Shows what goes with the records, deletes them if that is confirmed, and returns the exit code. */
    public int delete(List<String> records, boolean withFile, Set<String> allowedInputs, boolean json) {
        return isOfArtifacts()
                ? deleteArtifacts(records, withFile, allowedInputs, json)
                : deleteRows(records, allowedInputs, json);
    }

    private int deleteArtifacts(List<String> records, boolean withFile, Set<String> allowedInputs, boolean json) {
        var plans = records.stream()
                .map(record ->
                        instance.artifacts().planDelete(instance.artifacts().get(record), withFile))
                .toList();
        plans.forEach(plan -> show(plan.artifact().name(), plan.rows(), file(plan)));
        confirm(plans.size());
        var left = new ArrayList<String>();
        for (var plan : plans) {
            if (!instance.artifacts().delete(plan, allowedInputs)) {
                left.add(String.valueOf(plan.file()));
            }
        }
        print(json, "deleted", plans.stream().map(plan -> plan.artifact().uid()).toList(), uid -> "deleted " + uid);
        left.forEach(path -> session.notices()
                .warning("the file could not be removed: " + path + "; try again: lamin doctor --fix"));
        return left.isEmpty() ? 0 : NOT_REMOVED;
    }

    private static String file(ArtifactDeletion plan) {
        if (plan.file() != null) {
            return plan.bytes().map(bytes -> ByteSize.text(bytes) + " in ").orElse("") + plan.file();
        }
        return plan.isShared()
                ? "no file, because other versions have it as well"
                : "no file; " + plan.artifact().path() + " stays";
    }

    private int deleteRows(List<String> records, Set<String> allowedInputs, boolean json) {
        var plans = records.stream()
                .map(record -> instance.planDelete(registry, record))
                .toList();
        plans.forEach(plan -> show(plan.uid(), plan, ""));
        confirm(plans.size());
        plans.forEach(plan -> instance.delete(plan, allowedInputs));
        print(json, "deleted", plans.stream().map(DeletePlan::uid).toList(), uid -> "deleted " + uid);
        return 0;
    }

    private void show(String name, DeletePlan plan, String file) {
        session.err()
                .println(registry + " " + plan.uid() + (name.equals(plan.uid()) ? "" : " (" + name + ")")
                        + " goes for good");
        if (!file.isEmpty()) {
            session.err().println("  file: " + file);
        }
        plan.references().forEach(reference -> session.err().println("  " + text(reference)));
    }

    private static String text(Reference reference) {
        var rows = reference.rows() + (reference.rows() == 1 ? " row of " : " rows of ") + reference.table();
        return switch (reference.effect()) {
            case DELETED -> rows + " go with it";
            case CLEARED -> rows + " lose their " + reference.column();
            case INPUT -> rows + ": it was an input of " + (reference.rows() == 1 ? "a run" : "runs");
            case BLOCKING -> rows + " cannot be without it";
        };
    }

    private void confirm(int records) {
        var question = "delete " + (records == 1 ? "it" : "these " + records + " records") + " for good?";
        if (!isConfirmed && !session.terminal().confirm(question)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    session.terminal().isInteractive()
                            ? "nothing was deleted"
                            : "deleting for good needs a confirmation\nnothing was deleted",
                    new Advice("confirm with --yes, or move it to the trash: leave out --permanent"));
        }
    }
}
