package lamin.artifact;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lamin.storage.FileStore;
import lamin.storage.Staged;

/** Files under temporary names. Those that were not taken from it are deleted at its end. */
final class Staging implements AutoCloseable {
    private final FileStore store;
    private final Set<Staged> files = ConcurrentHashMap.newKeySet();

    Staging(FileStore store) {
        this.store = store;
    }

    Staged begin() throws IOException {
        var staged = store.stage();
        files.add(staged);
        return staged;
    }

    /** The file belongs to an artifact from now on. */
    void take(Staged staged) {
        files.remove(staged);
    }

    @Override
    public void close() {
        discard(files);
    }

    /** Deletes temporary files that no artifact has. */
    static void discard(Set<Staged> files) {
        for (var staged : files) {
            try {
                staged.discard();
            } catch (IOException e) {
                // what led here is the failure to report; doctor finds the file
            }
        }
    }
}
