package lamin.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.Passwords;
import lamin.instance.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the process, read only here and passed on.
 *
 * @param home the user's home folder
 * @param workingDirectory the base of relative paths
 * @param variables the environment variables
 */
public record Environment(Path home, Path workingDirectory, Map<String, String> variables) {
    public Environment {
        home = home.toAbsolutePath().normalize();
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        variables = Map.copyOf(variables);
    }

    /** The environment of the running process. HOME takes precedence over the JVM's property, as in Python. */
    public static Environment ofProcess() {
        var variables = System.getenv();
        var home = variables.getOrDefault("HOME", "");
        return new Environment(
                Path.of(home.isEmpty() ? System.getProperty("user.home") : home), Path.of(""), variables);
    }

    /** {@code ~/.lamin}, or {@code $LAMIN_SETTINGS_DIR/.lamin}. */
    public SettingsFolder settings() {
        var base = variable("LAMIN_SETTINGS_DIR");
        return new SettingsFolder((base == null ? home : workingDirectory.resolve(base)).resolve(".lamin"));
    }

    /** The folders to search for programs, in the format of {@code PATH}. */
    public String programs() {
        return variables.getOrDefault("PATH", "");
    }

    /** The folder for large temporary files: {@code TMPDIR}, otherwise the JVM's default. */
    public Path temporaryFolder() {
        var folder = variable("TMPDIR");
        return workingDirectory.resolve(folder == null ? System.getProperty("java.io.tmpdir") : folder);
    }

    /** Whether {@code LAMIN_SKIP_MIGRATION} asks to open instances even if they are behind. */
    public boolean skipsMigration() {
        return "1".equals(variable("LAMIN_SKIP_MIGRATION"));
    }

    /** The instance that {@code LAMIN_CURRENT_INSTANCE} names. */
    Optional<String> currentInstance() {
        return Optional.ofNullable(variable("LAMIN_CURRENT_INSTANCE"));
    }

    /** The uid of the run in which this program was started by {@code lamin run} or {@code lamin track}. */
    public Optional<String> run() {
        return Optional.ofNullable(variable("LAMIN_RUN_UID"));
    }

    /** The folder in which Python's bionty keeps its files, if {@code BIONTY_ROOT_DIR} moves it from its installation. */
    public Optional<Path> biontyRoot() {
        return Optional.ofNullable(variable("BIONTY_ROOT_DIR")).map(workingDirectory::resolve);
    }

    /** The width of the terminal that {@code COLUMNS} states, in characters. */
    public OptionalInt columns() {
        var text = variable("COLUMNS");
        return text != null && text.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** The sources of passwords; {@code prompt} asks the user, and returns empty if it cannot. */
    public Passwords passwords(Function<PostgresUrl, Optional<Secret>> prompt) {
        var password = variable("PGPASSWORD");
        var file = variable("PGPASSFILE");
        return new Passwords(
                null,
                password == null ? null : Secret.of(password),
                file == null ? home.resolve(".pgpass") : workingDirectory.resolve(file),
                prompt);
    }

    private @Nullable String variable(String name) {
        var value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Omits the variables, which may contain passwords. */
    @Override
    public String toString() {
        return "Environment[home=" + home + ", workingDirectory=" + workingDirectory + "]";
    }
}
