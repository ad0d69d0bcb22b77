package lamin.testing;

import java.nio.file.Files;
import java.util.List;
import lamin.schema.module.ModuleCatalog;
import lamin.schema.module.ModuleConvention;
import lamin.schema.module.ModuleInfo;
import org.junit.jupiter.api.Test;

/**
 * What must hold for the migrations of a schema module. A module's whole migration test is a class that extends this one
 * and adds nothing:
 *
 * <pre>{@code
 * class MigrationTest extends MigrationContract {}
 * }</pre>
 */
public abstract class MigrationContract {

    /** The module under test: the one on the class path that is a folder of classes and no jar. */
    protected ModuleInfo module() {
        return ModuleCatalog.ofClassPath().all().stream()
                .filter(module -> Files.isDirectory(module.location()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no schema module among the classes under test"));
    }

    @Test
    void the_module_keeps_to_the_convention() {
        ModuleConvention.refuseViolations(List.of(module()));
    }
}
