package lamin.authoring;

import java.nio.file.Path;
import java.util.List;

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
        new FileEdits(List.of(
                        new FileEdit.Create(script, MigrationSource.of(draft)), packageInfo("migration", draft.id())))
                .apply();
        return script;
    }

    /** An edit of one attribute of the module. */
    FileEdit packageInfo(String attribute, String value) {
        return FileEdit.change(
                rootPackage.resolve("package-info.java"),
                text -> AnnotatedSource.packageInfo(text).with(attribute, value).text());
    }
}
