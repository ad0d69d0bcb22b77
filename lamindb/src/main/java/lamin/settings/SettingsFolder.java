package lamin.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamin.instance.Slug;
import lamin.instance.UserIdentity;
import lamin.instance.WholeFile;
import lamin.instance.WholeFile.Readers;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.CreateInstance;
import lamin.schema.Remedy.ProtectFile;

/**
 * The folder {@code .lamin} of a user: one file for each instance, the user's identity and the current instance. Files
 * written here are not readable by other users, and never contain passwords.
 */
public record SettingsFolder(Path path) {

    /** The settings of an instance; empty if this user does not have it. */
    public Optional<InstanceSettings> find(Slug slug) {
        var file = file(slug);
        return Files.exists(file) ? Optional.of(readInstance(file)) : Optional.empty();
    }

    /** Like {@link #find}; an unknown name is refused with a list of the known ones. */
    public InstanceSettings get(Slug slug) {
        return find(slug).orElseThrow(() -> {
            var known = slugs();
            return known.isEmpty()
                    ? new LaminException(
                            ErrorCode.USAGE, "there is no instance " + slug + ", nor any other", new CreateInstance())
                    : new LaminException(
                            ErrorCode.USAGE,
                            "there is no instance " + slug + "; known are: "
                                    + String.join(
                                            ", ",
                                            known.stream().map(Slug::toString).toList()));
        });
    }

    /** The names of all instances, sorted. */
    public List<Slug> slugs() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.flatMap(file -> Slug.ofFileName(file.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed("read", path, e);
        }
    }

    /** Stores the settings; a file with the same contents stays untouched. */
    public void save(InstanceSettings settings) {
        write(file(settings.slug()), settings.text());
    }

    public void remove(Slug slug) {
        delete(file(slug));
    }

    public Path file(Slug slug) {
        return path.resolve(slug.fileName());
    }

    /** The logged-in user, or the anonymous one. */
    public UserIdentity user() {
        var file = path.resolve("current_user.env");
        if (!Files.exists(file)) {
            return UserIdentity.ANONYMOUS;
        }
        var values = EnvText.read("lamin_user_", readText(file));
        var uid = values.getOrDefault("uid", "null");
        var handle = values.getOrDefault("handle", "null");
        var name = values.getOrDefault("name", "null");
        return uid.equals("null") || handle.equals("null")
                ? UserIdentity.ANONYMOUS
                : new UserIdentity(uid, handle, name.equals("null") ? null : name);
    }

    /** A copy of the current instance's settings file. */
    Path currentInstanceFile() {
        return path.resolve("current_instance.env");
    }

    InstanceSettings readInstance(Path file) {
        var settings = InstanceSettings.read(readText(file), file);
        var db = settings.db();
        if (db != null && db.password() != null && isReadableByOthers(file)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "others may read the password in " + file,
                    new ProtectFile(file.toString()),
                    new Advice("take the password out, and set PGPASSWORD or ~/.pgpass"));
        }
        return settings;
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, text, Readers.OWNER);
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("remove", file, e);
        }
    }

    static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    private static boolean isReadableByOthers(Path file) {
        try {
            return WholeFile.isReadableByOthers(file);
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    private static LaminException failed(String verb, Path file, IOException cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot " + verb + " " + file + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException ignored -> "permission denied";
            case NoSuchFileException ignored -> "there is no such file";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
