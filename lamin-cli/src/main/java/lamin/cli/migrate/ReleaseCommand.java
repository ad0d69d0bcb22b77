package lamin.cli.migrate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lamin.authoring.Changelog;
import lamin.authoring.FileEdit;
import lamin.authoring.FileEdits;
import lamin.authoring.ReleaseDraft;
import lamin.authoring.SemanticVersion;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.project.GitFolder;
import lamin.project.PomSource;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Script;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the sources of a module those of a release. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Make the module's sources those of a release: the version in package-info.java and pom.xml,",
            "the scripts that no release has yet with their release, checksum and name, a line in CHANGELOG.md.",
            "All files are edited or none; committing and tagging are left to you."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:released",
            "3:entities, scripts and head do not agree",
            "4:refused: the version, the module, or changes that are not committed"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate release 1.0.0 --dry-run", "  lamin migrate release 1.0.0"})
final class ReleaseCommand extends LaminCommand {
    @Parameters(paramLabel = "VERSION", description = "The version, as 1.0.0 or 1.0.0-rc1.")
    private String version;

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var wanted = wanted();
        var workspace = Workspace.of(session());
        refuseUncommitted(workspace);
        Soundness.require(workspace);
        var draft = new ReleaseDraft(workspace.compare().chain(), wanted);
        var edits = edits(workspace, draft);
        if (!dryRun) {
            edits.applyAnd(() -> requireMade(draft));
        }
        var report = new EditReport(workspace, edits);
        session().print(json.isWanted(), () -> json(draft, report), () -> text(draft, report));
        hint(draft, workspace);
        return OK;
    }

    private SemanticVersion wanted() {
        return SemanticVersion.parse(version.startsWith("v") ? version.substring(1) : version)
                .filter(parsed -> !parsed.preRelease().contains("SNAPSHOT"))
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        version + " is not a version to release",
                        new Advice("write one such as: lamin migrate release 1.0.0")));
    }

    private void refuseUncommitted(Workspace workspace) {
        var changes = new GitFolder(workspace.editable().project().directory()).changes();
        if (changes.isEmpty()) {
            session().notices().warning("not in a git repository: what the release edits cannot be compared later");
            return;
        }
        var files = changes.get();
        if (!files.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "a release is made of what is committed, and " + files.size()
                            + (files.size() == 1 ? " file is not: " : " files are not, the first: ")
                            + files.getFirst().strip(),
                    new Advice("commit or stash first: git status"));
        }
    }

    private static FileEdits edits(Workspace workspace, ReleaseDraft draft) {
        var project = workspace.editable().project();
        var edits = new ArrayList<>(draft.edits(workspace.sources()));
        edits.add(FileEdit.change(
                project.pom(),
                text -> new PomSource(text)
                        .withVersion(draft.version().toString())
                        .text()));
        edits.add(changelog(project.directory().resolve("CHANGELOG.md"), draft));
        return new FileEdits(edits.stream()
                .filter(edit -> !edit.before().equals(edit.after()))
                .toList());
    }

    private static FileEdit changelog(Path file, ReleaseDraft draft) {
        var today = LocalDate.now(Clock.systemUTC());
        UnaryOperator<Changelog> edit = changelog -> changelog.withRelease(draft.version(), today, draft.summary());
        return Files.exists(file)
                ? FileEdit.change(file, text -> edit.apply(new Changelog(text)).text())
                : new FileEdit.Create(file, edit.apply(Changelog.empty()).text());
    }

    /** Compiles what was edited and looks whether it is what was meant. */
    private void requireMade(ReleaseDraft draft) {
        var edited = Workspace.afresh(session());
        Soundness.require(edited);
        draft.requireMade(edited.compare().chain());
    }

    private Map<String, Object> json(ReleaseDraft draft, EditReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("version", draft.version().toString());
        map.put("dry_run", dryRun);
        map.put("revisions", draft.scripts().stream().map(Script::revision).toList());
        map.put("files", report.json());
        return map;
    }

    private List<String> text(ReleaseDraft draft, EditReport report) {
        var lines = new ArrayList<String>();
        int scripts = draft.scripts().size();
        lines.add((dryRun ? "would release " : "released ") + draft.version() + " with "
                + (scripts == 0 ? "no migration" : scripts == 1 ? "1 migration" : scripts + " migrations"));
        lines.addAll(dryRun ? report.lines() : report.names());
        return lines;
    }

    private void hint(ReleaseDraft draft, Workspace workspace) {
        if (dryRun) {
            session().notices().info("nothing was changed");
            return;
        }
        var here = session().environment().workingDirectory();
        var directory =
                here.relativize(workspace.editable().project().directory()).toString();
        session()
                .notices()
                .info("next: git add --all " + (directory.isEmpty() ? "." : directory) + " && git commit -m \"Release "
                        + draft.version() + "\" && git tag " + draft.version().release());
    }
}
