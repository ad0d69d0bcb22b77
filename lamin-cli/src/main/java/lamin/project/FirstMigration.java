package lamin.project;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import lamin.authoring.Comparison;
import lamin.authoring.MigrationDraft;
import lamin.authoring.ModuleSourceFiles;
import lamin.entities.HibernateReader;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleScanner;

/** The first migration of a module, as {@code lamin migrate create} would write it. */
final class FirstMigration {
    private FirstMigration() {}

    /** Writes the script and makes it the head. The module may reference only modules of the distribution. */
    static void write(EditableModule editable, LocalDate date) {
        var module = ModuleScanner.scan(editable.classes()).orElseThrow();
        var comparison = compare(editable, module);
        var detection = comparison.detect(Decisions.NONE);
        var upgrade = detection.of(module.name());
        var draft = MigrationDraft.next(
                comparison, date, comparison.dependsOn(detection), upgrade, comparison.reverse(upgrade));
        new ModuleSourceFiles(editable.project().rootPackageDirectory()).write(draft);
    }

    private static Comparison compare(EditableModule editable, ModuleInfo module) {
        var candidates = new ArrayList<>(Distribution.running().catalog().all());
        candidates.add(module);
        try (var loader =
                ModuleLoader.of(editable.classPath(), editable.carried(), FirstMigration.class.getClassLoader())) {
            return Comparison.read(module, candidates, loader, new HibernateReader(loader));
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, editable.classes() + ": " + e.getMessage(), e);
        }
    }
}
