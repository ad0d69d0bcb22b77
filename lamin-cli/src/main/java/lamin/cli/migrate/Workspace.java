package lamin.cli.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lamin.authoring.Comparison;
import lamin.authoring.ModuleSourceFiles;
import lamin.cli.command.Session;
import lamin.project.EditableModule;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.module.ModuleInfo;

/**
 * The module project that a command was called in.
 *
 * @param info what its compiled classes say
 */
record Workspace(Session session, EditableModule editable, ModuleInfo info) {

    /** Compiles the project; outside a module it is refused. */
    static Workspace of(Session session) {
        var editable = session.modulePath().editable();
        if (editable == null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "no schema module here: " + session.environment().workingDirectory()
                            + " is not inside a Maven project with a package lnschema_{name}"
                            + "\ngo to the module's project");
        }
        var info = session.catalog()
                .find(editable.project().name())
                .orElseThrow(() -> new LaminException(
                        ErrorCode.REFUSED,
                        "package " + editable.project().rootPackage() + " has no @SchemaModule in its package-info.java"
                                + "\nwrite: @SchemaModule(version = \"0.1.0\")"));
        return new Workspace(session, editable, info);
    }

    ModuleSourceFiles sources() {
        return new ModuleSourceFiles(editable.project().rootPackageDirectory());
    }

    Comparison compare() {
        return Comparison.read(info, session.catalog().all(), session.catalog().loader());
    }

    /** The file as seen from the project. */
    String relative(Path file) {
        return editable.project().directory().relativize(file).toString();
    }

    /** Leaves the missing operations where CI finds them: in the project, and in the summary of a GitHub job. */
    void report(List<String> missing) {
        try {
            var file = editable.project().cache().resolve("missing-operations.txt");
            if (missing.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.write(file, missing);
            var summary = session.environment().variables().get("GITHUB_STEP_SUMMARY");
            if (summary != null && !summary.isBlank()) {
                var lines = new ArrayList<>(List.of("### Missing operations", "```java"));
                lines.addAll(missing);
                lines.add("```");
                Files.write(Path.of(summary), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "the missing operations cannot be written: " + e.getMessage(), e);
        }
    }
}
