package lamin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Map;
import lamin.artifact.SaveOptions;
import lamin.settings.Environment;

/** A program that saves artifacts, labels and runs, some of them the same as others save at the same time. */
final class BusyWriter {
    private BusyWriter() {}

    /** Arguments: the user's folder, the instance, the number of this writer, how many of each to save. */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var environment = new Environment(folder.resolve("home"), folder, Map.of());
        var writer = arguments[2];
        int count = Integer.parseInt(arguments[3]);
        try (var instance = new Lamin(environment, Home.deployment()).open(arguments[1])) {
            for (int i = 0; i < count; i++) {
                write(instance, writer, i);
            }
        }
    }

    /** Every second label, and every fifth artifact, is the same for all writers. */
    private static void write(Instance instance, String writer, int number) {
        try (var run = instance.track("writer-" + writer)) {
            var own = writer + " " + number;
            var text = number % 5 == 0 ? "shared " + number : own;
            var saved = instance.artifacts()
                    .save(text.getBytes(UTF_8), "a.txt", SaveOptions.key("busy/" + text.replace(' ', '-') + ".txt"))
                    .artifact();
            instance.annotations(saved).addLabel(instance.labels().create(number % 2 == 0 ? "label " + number : own));
            run.finish();
        }
    }
}
