package lamin.docs;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The guide to lineage, followed from top to bottom; one of its steps is a script of {@code python3}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are written for sh")
class LineageGuideIT {
    @TempDir
    Path folder;

    @Test
    void every_snippet_prints_what_the_guide_says() throws Exception {
        new Guide("lineage.md").follow(new Reader(folder, Map.of()));
    }
}
