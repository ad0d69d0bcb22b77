package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Retry;

/**
 * The source files of a module that define its migrations.
 *
 * @param rootPackage the folder of the root package
 */
public record ModuleSourceFiles(Path rootPackage) {
    /** The script of a migration. */
    public Path script(String className) {
        return rootPackage.resolve("migrations").resolve("versions").resolve(className + ".java");
    }

    /** Writes the script and sets the head to it: both or neither. Returns the script. */
    public Path write(MigrationDraft draft) {
        var script = script(draft.className());
        var head = packageInfo("migration", draft.id());
        draft.down().forEach(this::refuseFollowed); // after package-info was read: a later change of it is noticed
        new FileEdits(List.of(new FileEdit.Create(script, MigrationSource.of(draft)), head)).apply();
        return script;
    }

    /** Another process may have written a migration since the scripts were read. */
    private void refuseFollowed(String revision) {
        var folder = rootPackage.resolve("migrations").resolve("versions");
        try (var scripts = Files.newDirectoryStream(folder, "*.java")) {
            for (var script : scripts) {
                if (Files.readString(script).contains("down = \"" + revision + "\"")) {
                    throw new LaminException(
                            ErrorCode.BUSY,
                            "nothing was written: " + script.getFileName() + " already follows " + revision,
                            new Retry());
                }
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** An edit of one attribute of the module. */
    FileEdit packageInfo(String attribute, String value) {
        return FileEdit.change(
                rootPackage.resolve("package-info.java"),
                text -> AnnotatedSource.packageInfo(text).with(attribute, value).text());
    }
}
