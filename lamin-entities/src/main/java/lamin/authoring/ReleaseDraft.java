package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;

/** A planned release of a module: its migrations, and the edits of the module's sources. */
public record ReleaseDraft(Chain chain, SemanticVersion version) {
    private static final String OPEN = "_vx_x_x";

    /** The next release; refuses a version that already exists or precedes an existing one. */
    public ReleaseDraft {
        refuseTaken(chain, version);
        refuseBackwards(chain, version);
    }

    private static void refuseTaken(Chain chain, SemanticVersion version) {
        for (var script : chain.scripts()) {
            if (script.info().release().equals(version.release())) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "version " + version + " exists: it brought revision " + script.revision()
                                + ", and a release cannot change any more",
                        new Advice("choose a later version"));
            }
        }
    }

    private static void refuseBackwards(Chain chain, SemanticVersion version) {
        for (var script : chain.scripts()) {
            SemanticVersion.ofRelease(script.info().release())
                    .filter(released -> released.compareTo(version) > 0)
                    .ifPresent(released -> {
                        throw notLater(version, "revision " + script.revision() + " was released with " + released);
                    });
        }
        var current = chain.module().version();
        boolean mayBeEqual =
                chain.scripts().stream().noneMatch(script -> script.info().isReleased())
                        && !chain.scripts().isEmpty();
        SemanticVersion.parse(current)
                .filter(declared -> declared.compareTo(version) >= (mayBeEqual ? 1 : 0))
                .ifPresent(declared -> {
                    throw notLater(version, "package-info.java has " + declared);
                });
    }

    private static LaminException notLater(SemanticVersion version, String found) {
        return new LaminException(
                ErrorCode.REFUSED,
                "version " + version + " would not be later than what there is: " + found,
                new Advice("choose a later version"));
    }

    /** The migrations that are not released yet. */
    public List<Script> scripts() {
        return chain.scripts().stream()
                .filter(script -> !script.info().isReleased())
                .toList();
    }

    /** The contents of the release, one line for each migration. */
    public List<String> summary() {
        return scripts().isEmpty()
                ? List.of("No migrations: the tables stay as they are.")
                : scripts().stream()
                        .map(script -> "Migration `" + script.revision() + "`.")
                        .toList();
    }

    /** The edits: the version in package-info.java, and release, checksum and names of the scripts. */
    public List<FileEdit> edits(ModuleSourceFiles files) {
        var edits = new ArrayList<FileEdit>();
        edits.add(files.packageInfo("version", version.toString()));
        scripts().forEach(script -> edits.add(edit(script, files)));
        return edits;
    }

    private FileEdit edit(Script script, ModuleSourceFiles files) {
        var name = script.info().simpleName();
        var newName = name.endsWith(OPEN)
                ? name.substring(0, name.length() - OPEN.length()) + "_" + version.identifier()
                : name;
        UnaryOperator<String> edit = text -> AnnotatedSource.script(name, text)
                .with("release", version.release())
                .with("checksum", script.checksum())
                .withClassName(newName)
                .text();
        return newName.equals(name)
                ? FileEdit.change(files.script(name), edit)
                : FileEdit.rename(files.script(name), files.script(newName), edit);
    }

    /** Verifies that the edited sources contain the planned release. */
    public void requireMade(Chain edited) {
        var flaws = new ArrayList<String>();
        if (!edited.module().version().equals(version.toString())) {
            flaws.add("package-info.java has version " + edited.module().version());
        }
        for (var script : scripts()) {
            boolean isReleased = edited.script(script.revision())
                    .filter(after -> after.info().release().equals(version.release()))
                    .filter(after -> after.info().checksum().equals(after.checksum()))
                    .isPresent();
            if (!isReleased) {
                flaws.add("revision " + script.revision() + " has another release or checksum than was written");
            }
        }
        if (!flaws.isEmpty()) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the release did not come out as meant and was taken back: " + String.join("; ", flaws));
        }
    }
}
