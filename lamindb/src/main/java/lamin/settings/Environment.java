package lamin.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.Passwords;
import lamin.instance.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The process's surroundings, read here only and handed on.
 *
 * @param home the user's folder
 * @param workingDirectory what relative paths begin at
 * @param variables the environment's
 */
public record Environment(Path home, Path workingDirectory, Map<String, String> variables) {
    public Environment {
        home = home.toAbsolutePath().normalize();
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        variables = Map.copyOf(variables);
    }

    /** That of the running process. HOME goes before the JVM's own idea of the home, as in Python. */
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

    /** The folders in which programs are found, as {@code PATH} lists them. */
    public String programs() {
        return variables.getOrDefault("PATH", "");
    }

    /** Where large files may stand for a short time: {@code TMPDIR}, else what the JVM takes for it. */
    public Path temporaryFolder() {
        var folder = variable("TMPDIR");
        return workingDirectory.resolve(folder == null ? System.getProperty("java.io.tmpdir") : folder);
    }

    /** Whether {@code LAMIN_SKIP_MIGRATION} asks to open instances that are behind as they are. */
    public boolean skipsMigration() {
        return "1".equals(variable("LAMIN_SKIP_MIGRATION"));
    }

    /** The instance that {@code LAMIN_CURRENT_INSTANCE} names. */
    Optional<String> currentInstance() {
        return Optional.ofNullable(variable("LAMIN_CURRENT_INSTANCE"));
    }

    /** The sources of passwords; {@code prompt} asks a person, and is empty where there is none. */
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

    /** Without the variables: passwords stand among them. */
    @Override
    public String toString() {
        return "Environment[home=" + home + ", workingDirectory=" + workingDirectory + "]";
    }
}
