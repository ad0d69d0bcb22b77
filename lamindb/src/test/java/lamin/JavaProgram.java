package lamin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the tests as processes of their own. */
public final class JavaProgram {
    private JavaProgram() {}

    /** The command that runs a class with the class path of the tests. */
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
