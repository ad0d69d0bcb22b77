package lamin.storage;

import java.io.IOException;
import java.io.OutputStream;

/** A file or folder under a temporary name. */
public interface Staged {
    /** The temporary path below the root of the storage. */
    String temporary();

    /** Writes the file itself. Closing the stream flushes it to the disk. */
    OutputStream file() throws IOException;

    /** Writes a file of the folder; names have slashes. */
    OutputStream file(String name) throws IOException;

    void discard() throws IOException;
}
