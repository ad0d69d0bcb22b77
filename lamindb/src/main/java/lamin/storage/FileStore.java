package lamin.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored files, by their paths below the root of the storage, with slashes. A path may also be that of a folder. */
public interface FileStore {
    /** A file of a storage. */
    record Stored(String path, long size) {}

    /** Begins to write a file or a folder, which {@link #publish} makes visible. */
    Staged stage() throws IOException;

    /** Continues with something that was staged by a process that has ended. */
    Staged staged(String temporary);

    /**
     * Gives staged files and folders their paths, and makes that last. Repeating it is harmless.
     *
     * @param paths by what is staged
     */
    void publish(Map<Staged, String> paths) throws IOException;

    /** The file or folder with that path: its size, for a folder that of all files. */
    Optional<Stored> stat(String path) throws IOException;

    InputStream open(String path) throws IOException;

    /** The file or folder on this machine; empty if the storage is elsewhere. */
    Optional<Path> local(String path);

    /** All files below a folder, in the order of their paths. */
    List<Stored> list(String folder) throws IOException;

    /** Deletes a file or a folder with all that is in it. Nothing happens if there is none. */
    void delete(String path) throws IOException;

    /**
     * What was staged and neither published nor discarded.
     *
     * @param modified when it was last written to
     * @param writer the process that writes it
     */
    record Temporary(String path, Instant modified, Writer writer) {}

    List<Temporary> temporaries() throws IOException;

    /** The files and folders that the storage keeps for itself, apart from what is staged. */
    List<String> internal() throws IOException;
}
