package lamin.docs;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The guide to registries, followed from top to bottom. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are written for sh")
class RegistriesGuideIT {
    @TempDir
    Path folder;

    @Test
    void every_snippet_prints_what_the_guide_says() throws Exception {
        new Guide("registries.md").follow(new Reader(folder, Map.of()));
    }
}
