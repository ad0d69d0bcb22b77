package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.authoring.FileEdits;
import lamin.authoring.HeadMerge;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleConvention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges two branches into one chain. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Turn two branches of a chain into one.",
            "The unreleased branch will follow the other one; if both are unreleased, the later one will. The result is tried on a scratch database first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the chain has one head",
            "3:the chain has one head, but operations are missing",
            "4:both branches are released, or neither can follow the other"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate merge --dry-run", "  lamin migrate merge --last dd2b4a9499f2"})
final class MergeCommand extends LaminCommand {
    private static final int SHORTEST_PREFIX = 4;

    @Option(
            names = "--last",
            paramLabel = "REVISION",
            description = "The head that will follow the other one (the first four digits or more are enough).")
    private @Nullable String last;

    @Option(names = "--dry-run", description = "Print the changes without making them.")
    private boolean dryRun;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var workspace = Workspace.of(session());
        var last = last(workspace);
        var merge =
                HeadMerge.of(workspace.info(), new MergeChoice(last, session().terminal()));
        refuseUnmoved(merge, last);
        var edits = merge.edits(workspace.sources());
        var missing = merge.moves().isEmpty() ? List.<String>of() : carryOut(merge, edits);
        var report = new EditReport(workspace, edits);
        session().print(json.isWanted(), () -> json(merge, report, missing), () -> text(merge, report, missing));
        warn(merge);
        return missing.isEmpty() ? OK : ErrorCode.NOT_IN_SYNC.exitCode();
    }

    /** Tries the merge, then writes it; returns the missing operations. */
    private List<String> carryOut(HeadMerge merge, FileEdits edits) {
        ModuleConvention.refuseViolations(List.of(merge.after()));
        var missing = new MergeRehearsal(session(), merge).run();
        if (!dryRun) {
            edits.applyAnd(() -> merge.requireMade(Workspace.afresh(session()).info()));
        }
        return missing;
    }

    /** The head that will be last; the first digits of its id are enough. */
    private @Nullable String last(Workspace workspace) {
        if (last == null) {
            return null;
        }
        var heads = Chain.heads(workspace.info());
        var meant = heads.stream()
                .filter(head -> head.equals(last) || (last.length() >= SHORTEST_PREFIX && head.startsWith(last)))
                .toList();
        if (meant.size() != 1) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "--last " + last + (meant.isEmpty() ? " is not a head" : " matches several heads") + "; heads are "
                            + String.join(" and ", heads));
        }
        return meant.getFirst();
    }

    private static void refuseUnmoved(HeadMerge merge, @Nullable String last) {
        if (last != null && !merge.after().head().equals(last)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    last + " cannot go last: it was released, or leads to a released one",
                    new MergeHeads());
        }
    }

    private Map<String, Object> json(HeadMerge merge, EditReport report, List<String> missing) {
        var map = new LinkedHashMap<String, Object>();
        map.put("head", merge.after().head());
        map.put("dry_run", dryRun);
        map.put("moves", merge.moves().stream().map(MergeCommand::json).toList());
        map.put("missing", missing);
        map.put("files", report.json());
        return map;
    }

    private static Map<String, Object> json(HeadMerge.Move move) {
        var map = new LinkedHashMap<String, Object>();
        map.put("revisions", move.branch().ids());
        map.put("onto", move.onto());
        return map;
    }

    private List<String> text(HeadMerge merge, EditReport report, List<String> missing) {
        if (merge.moves().isEmpty()) {
            return List.of(
                    "nothing to merge: the chain has one head, " + merge.after().head());
        }
        var lines = new ArrayList<String>();
        merge.moves()
                .forEach(move -> lines.add(String.join(", ", move.branch().ids())
                        + (dryRun ? " would follow " : " follows ")
                        + move.onto()));
        lines.addAll(dryRun ? report.lines() : report.names());
        lines.addAll(missing);
        return lines;
    }

    private void warn(HeadMerge merge) {
        for (var move : merge.moves()) {
            session()
                    .notices()
                    .warning(
                            "a database that has " + move.branch().head() + " but not " + move.onto()
                                    + " would wrongly treat the second as applied",
                            new Advice("recreate such a database"));
        }
        if (dryRun) {
            session().notices().info("nothing was changed");
        }
    }
}
