package lamin.cli.migrate;

import java.nio.file.Path;
import java.util.List;
import lamin.authoring.CheckReport;
import lamin.authoring.Comparison;
import lamin.authoring.MigrationDraft;
import lamin.authoring.ModuleCheck;
import lamin.authoring.ModuleIndex;
import lamin.authoring.ModuleSourceFiles;
import lamin.authoring.Problem;
import lamin.cli.command.Session;
import lamin.project.EditableModule;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleScanner;

/**
 * The module project in which a command was called.
 *
 * @param info the contents of its compiled classes
 */
record Workspace(Session session, EditableModule editable, ModuleInfo info) {

    /** Compiles the project; fails outside a module's project. */
    static Workspace of(Session session) {
        var editable = session.modulePath().editable();
        if (editable == null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "no schema module here: " + session.environment().workingDirectory()
                            + " is not inside a Maven project with a package-info.java that has @SchemaModule",
                    new Advice("go to the module's project"));
        }
        var info = session.modulePath()
                .current()
                .flatMap(session.catalog()::find)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.REFUSED,
                        "package " + editable.project().rootPackage()
                                + " has no @SchemaModule in its package-info.java",
                        new Advice("write: @SchemaModule(version = \"0.1.0\")")));
        return new Workspace(session, editable, info);
    }

    /** The same project after its sources were edited. */
    static Workspace afresh(Session session) {
        session.modulesChanged();
        return of(session);
    }

    ModuleSourceFiles sources() {
        return new ModuleSourceFiles(editable.project().rootPackageDirectory());
    }

    /** Writes the script of a migration, and returns it; outside of LaminDB's modules the index of the project's modules too. */
    Path write(MigrationDraft draft) {
        var script = sources().write(draft);
        if (!ModuleScanner.isUsual(info.rootPackage())) {
            new ModuleIndex(editable.project().resources()).add(info.rootPackage());
        }
        return script;
    }

    Comparison compare() {
        var catalog = session.catalog();
        return Comparison.read(info, catalog.all(), catalog.loader(), session.entityReader());
    }

    /** The path of the file relative to the project. */
    String relative(Path file) {
        return editable.project().directory().relativize(file).toString();
    }

    /** All problems that can be found without a database. */
    List<Problem> check() {
        var catalog = session.catalog();
        return ModuleCheck.of(info, catalog.all(), catalog.loader(), session.entityReader());
    }

    CheckReport report(List<Problem> problems) {
        return new CheckReport(
                problems, editable.project().directory(), session.environment().variables(), session.wording()::line);
    }
}
