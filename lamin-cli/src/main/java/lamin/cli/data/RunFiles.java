package lamin.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.artifact.Artifacts;
import lamin.artifact.SaveOptions;
import lamin.artifact.StoredArtifact;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.SaveFile;

/** The inputs and outputs of programs that know nothing of artifacts. */
record RunFiles(Artifacts artifacts, Path directory) {

    /**
     * The artifacts that users named, by key or uid, or as a file with their content.
     *
     * @throws LaminException with {@code USAGE} if a word is neither
     */
    List<StoredArtifact> inputs(List<String> words) {
        var found = new ArrayList<StoredArtifact>();
        for (var word : words) {
            found.add(input(word));
        }
        return found;
    }

    private StoredArtifact input(String word) {
        var path = directory.resolve(word);
        var artifact = Files.exists(path) ? artifacts.of(path) : artifacts.find(word);
        return artifact.orElseThrow(() -> new LaminException(
                ErrorCode.USAGE,
                "the input " + word
                        + (Files.exists(path)
                                ? " is a file that is not an artifact"
                                : " is neither an artifact nor a file")
                        + "\nnothing was run",
                new SaveFile(word)));
    }

    /** Saves what the program wrote. */
    void saveOutputs(List<String> words, Notices notices) {
        for (var word : words) {
            var output = Output.parse(word);
            var saved = artifacts.save(directory.resolve(output.path()), SaveOptions.NONE.withKey(output.key()));
            notices.info("saved " + saved.artifact().uid() + "  " + ArtifactText.line(saved.artifact()));
        }
    }

    private record Output(String path, String key) {
        /** Without a key, a relative path is its own. */
        static Output parse(String word) {
            int equals = word.indexOf('=');
            if (equals >= 0) {
                return new Output(word.substring(0, equals), word.substring(equals + 1));
            }
            var path = Path.of(word).normalize();
            boolean isBelow = !path.isAbsolute() && !path.startsWith("..");
            return new Output(word, String.valueOf(isBelow ? path : path.getFileName()));
        }
    }
}
