package lamin.schema.internal.module;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The code of a schema module, read on demand: its package when it is found, the other class files for {@link #info()},
 * all files for the {@link #contentKey()}. Results are cached.
 */
public final class ModuleCode {
    private final ModuleHeader header;
    private final Scan scan;
    private @Nullable ModuleInfo info;
    private @Nullable ContentKey key;

    private ModuleCode(ModuleHeader header, Scan scan) {
        this.header = header;
        this.scan = scan;
    }

    /** Reads the class files, and returns their key if that costs nothing extra. */
    interface Scan {
        Scanned run();
    }

    record Scanned(ModuleInfo info, @Nullable ContentKey key) {}

    static ModuleCode of(ModuleHeader header, Scan scan) {
        return new ModuleCode(header, scan);
    }

    /** A module whose class files have already been read. */
    public static ModuleCode of(ModuleInfo info) {
        return new ModuleCode(info.header(), () -> new Scanned(info, null));
    }

    /** The same module with known coordinates. */
    public ModuleCode withCoordinates(String coordinates) {
        return new ModuleCode(header.withCoordinates(coordinates), () -> {
            var scanned = scan.run();
            return new Scanned(scanned.info().withCoordinates(coordinates), scanned.key());
        });
    }

    /** The same module with a known content key. */
    public ModuleCode withContentKey(ContentKey known) {
        var code = new ModuleCode(header, scan);
        code.key = known;
        return code;
    }

    public ModuleHeader header() {
        return header;
    }

    public String name() {
        return header.name();
    }

    /** The full contents of the class files. */
    public synchronized ModuleInfo info() {
        var known = info;
        if (known == null) {
            var scanned = scan.run();
            known = scanned.info();
            info = known;
            key = key == null ? scanned.key() : key;
        }
        return known;
    }

    /** Empty if the files cannot be read; {@link #info()} reports the reason. */
    public synchronized Optional<ContentKey> contentKey() {
        if (key == null) {
            key = readKey();
        }
        return Optional.ofNullable(key);
    }

    private @Nullable ContentKey readKey() {
        try {
            return Files.exists(header.location())
                    ? ContentKey.of(header.location())
                    : scan.run().key();
        } catch (IOException | LaminException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return header.name() + " " + header.version();
    }
}
