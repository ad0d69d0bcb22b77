package lamin.cli.migrate;

import java.io.IOException;
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
import lamin.schema.internal.module.ModuleScanner;
import lamin.schema.internal.module.Script;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Edits the sources of a module for a release. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Turn the module's sources into a release.",
            "Sets the version in package-info.java and pom.xml, marks unreleased scripts with release and checksum, renames them, and adds a line to CHANGELOG.md.",
            "Either all files are edited or none. Commit and tag them yourself."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:released",
            "3:entities, scripts and head do not agree",
            "4:refused because of the version, the module or uncommitted changes"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate release 1.0.0 --dry-run", "  lamin migrate release 1.0.0"})
final class ReleaseCommand extends LaminCommand {
    @Parameters(paramLabel = "VERSION", description = "The version, as 1.0.0 or 1.0.0-rc1.")
    private String version;

    @Option(names = "--dry-run", description = "Print the changes without making them.")
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
        return SemanticVersion.parse(version.replaceFirst("^v(?=\\d)", ""))
                .filter(parsed -> !parsed.preRelease().contains("SNAPSHOT"))
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        version + " is not a version to release",
                        new Advice("write one such as: lamin migrate release 1.0.0")));
    }

    private void refuseUncommitted(Workspace workspace) {
        var changes = new GitFolder(workspace.editable().project().directory()).changes();
        if (changes.isEmpty()) {
            session().notices().warning("not in a git repository: the release's edits cannot be compared later");
            return;
        }
        var files = changes.get();
        if (!files.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "only committed changes are released, and " + files.size()
                            + (files.size() == 1 ? " file is not: " : " files are not, the first: ")
                            + files.getFirst().strip(),
                    new Advice("commit or stash first: git status"));
        }
    }

    private static FileEdits edits(Workspace workspace, ReleaseDraft draft) {
        var project = workspace.editable().project();
        var edits = new ArrayList<>(draft.edits(workspace.sources()));
        if (ModuleScanner.isUsual(project.rootPackage()) || !isVersionInherited(project.pom())) {
            edits.add(FileEdit.change(
                    project.pom(),
                    text -> new PomSource(text)
                            .withVersion(draft.version().toString())
                            .text()));
        }
        edits.add(changelog(project.directory().resolve("CHANGELOG.md"), draft));
        return new FileEdits(edits.stream()
                .filter(edit -> !edit.before().equals(edit.after()))
                .toList());
    }

    /** Then several projects of one build have one version, which a release of a module does not change. */
    private static boolean isVersionInherited(Path pom) {
        try {
            return new PomSource(Files.readString(pom)).isVersionInherited();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + pom + ": " + e.getMessage(), e);
        }
    }

    private static FileEdit changelog(Path file, ReleaseDraft draft) {
        var today = LocalDate.now(Clock.systemUTC());
        UnaryOperator<Changelog> edit = changelog -> changelog.withRelease(draft.version(), today, draft.summary());
        return Files.exists(file)
                ? FileEdit.change(file, text -> edit.apply(new Changelog(text)).text())
                : new FileEdit.Create(file, edit.apply(Changelog.empty()).text());
    }

    /** Compiles the edited sources and verifies the result. */
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
