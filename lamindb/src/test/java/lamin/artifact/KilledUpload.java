package lamin.artifact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import lamin.Home;
import lamin.Lamin;
import lamin.settings.Environment;
import lamin.storage.Writer;

/** A program that saves something and kills itself at a given step. It prints the number of steps if there are fewer. */
final class KilledUpload {
    private KilledUpload() {}

    /** Arguments: the user's folder, the instance, what to save, the step. */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var environment = new Environment(folder.resolve("home"), folder, Map.of());
        var upload = new SteppedUpload(Long.parseLong(arguments[3]), KilledUpload::kill, Writer.current());
        try (var instance = new Lamin(environment, Home.deployment()).open(arguments[1])) {
            System.out.println(upload.save(instance, Path.of(arguments[2])));
        }
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            throw new IllegalStateException("still alive");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
