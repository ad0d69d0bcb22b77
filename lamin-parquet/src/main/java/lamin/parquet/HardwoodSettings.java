package lamin.parquet;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How hardwood logs and how much of a file it holds, unless the program says otherwise. */
final class HardwoodSettings {
    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.hardwood");

    /**
     * System properties that hardwood reads when its classes are loaded. It reads up to 128 MB of each column at once, which
     * costs nothing if the file is mapped; and it decodes 8 pages of each column ahead.
     */
    private static final Map<String, String> BOUNDS = Map.of(
            "hardwood.internal.sequentialChunkSize", "1048576",
            "hardwood.internal.maxCoalescedBytes", "4194304",
            "hardwood.internal.maxOutstanding", "2");

    static {
        // otherwise it says twice in every process which of its decoders it uses
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
        BOUNDS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private HardwoodSettings() {}

    static void apply() {
        // the class is initialized
    }
}
