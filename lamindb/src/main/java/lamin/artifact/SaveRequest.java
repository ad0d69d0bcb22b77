package lamin.artifact;

import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** One thing to be saved. */
record SaveRequest(Source source, Place place, SaveOptions options) {

    static SaveRequest of(Path path, Path root, SaveOptions options) {
        return new SaveRequest(Source.at(path), Place.of(path, root, options.key()), options);
    }

    /** The key, if it has one of its own. */
    @Nullable
    String key() {
        return place.key();
    }

    /**
     * The suffix of the file, or of the key if the name of the file has none.
     *
     * @throws LaminException with {@code USAGE} if they differ, because programs choose a reader by it
     */
    String suffix() {
        var ofFile = Suffix.of(source.fileName());
        var key = key();
        var ofKey = key == null ? "" : Suffix.of(key.substring(key.lastIndexOf('/') + 1));
        if (!ofFile.isEmpty() && !ofKey.isEmpty() && !ofFile.equals(ofKey)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the key " + key + " ends in " + ofKey + " and the file in " + ofFile + ": " + source.name());
        }
        return ofFile.isEmpty() ? ofKey : ofFile;
    }
}
