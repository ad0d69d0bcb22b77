package lamin.cli.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.Version;
import lamin.authoring.Comparison;
import lamin.authoring.HeadMerge;
import lamin.authoring.ModuleCheck;
import lamin.authoring.Problem.Kind;
import lamin.authoring.RepeatedChanges;
import lamin.cli.command.Session;
import lamin.instance.SqliteDatabase;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.Remedy.Steps;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.module.Chain;

/** Tries a merged chain before it is written: on the model, on a scratch database, and against the entities. */
record MergeRehearsal(Session session, HeadMerge merge) {
    private static final Set<Kind> MISSING = Set.of(Kind.OPERATIONS, Kind.DOWNGRADE, Kind.FILLS);

    /** The operations that are missing after the merge; a migration that no longer fits is refused. */
    List<String> run() {
        try {
            var catalog = session.catalog();
            var comparison = Comparison.read(merge.after(), catalog.all(), catalog.loader(), session.entityReader());
            deployOnScratch(comparison);
            refuseRepeated(comparison);
            return missing();
        } catch (LaminException e) {
            throw new LaminException(
                    e.code(),
                    "the merged chain would fail, nothing was changed: " + e.getMessage(),
                    List.of(remedy()),
                    e.facts(),
                    e);
        }
    }

    private void refuseRepeated(Comparison comparison) {
        var repeated = RepeatedChanges.of(comparison, moved());
        if (!repeated.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", repeated));
        }
    }

    private Set<String> moved() {
        return merge.moves().stream()
                .flatMap(move -> move.branch().ids().stream())
                .collect(Collectors.toSet());
    }

    /** What a check of the merged module would print of them. */
    private List<String> missing() {
        var catalog = session.catalog();
        return ModuleCheck.of(merge.after(), catalog.all(), catalog.loader(), session.entityReader()).stream()
                .filter(problem -> MISSING.contains(problem.kind()))
                .flatMap(problem -> problem.text(session.wording()::line).stream())
                .toList();
    }

    private Remedy remedy() {
        var move = merge.moves().getLast();
        return Steps.of(
                new Advice("make " + String.join(", ", move.branch().ids()) + " fit behind " + move.onto()),
                new MergeHeads());
    }

    /** Deploys first without the moved migrations, then with them, like a database that is at the other head. */
    private void deployOnScratch(Comparison comparison) {
        try {
            var folder = Files.createTempDirectory("lamin-merge-");
            var file = folder.resolve("scratch.db");
            try {
                SqliteDatabase.create(file);
                deploy(file, comparison, moved());
                deploy(file, comparison, Set.of());
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "no scratch database can be made: " + e.getMessage(), e);
        }
    }

    private static void deploy(Path file, Comparison comparison, Set<String> leftOut) {
        var chains = new ArrayList<>(comparison.others());
        var scripts = comparison.chain().scripts().stream()
                .filter(script -> !leftOut.contains(script.revision()))
                .toList();
        chains.add(new Chain(comparison.module(), scripts));
        var database = new SqliteDatabase(file, Patience.USUAL, Notices.NONE);
        new Deployer(database::connection, chains, new Author("merge", Version.CURRENT), Notices.NONE).deploy();
    }
}
