package lamin.instance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.Notices;
import org.jspecify.annotations.Nullable;

/**
 * The sources of PostgreSQL passwords, in libpq's order: the typed URL, PGPASSWORD, a password file; if the server
 * still requires one, the user is asked.
 *
 * @param pgPassword the value of PGPASSWORD
 * @param passwordFile {@code ~/.pgpass} or the value of PGPASSFILE
 * @param prompt asks the user, showing the URL; empty if there is no terminal
 */
public record Passwords(
        @Nullable Secret given,
        @Nullable Secret pgPassword,
        Path passwordFile,
        Function<PostgresUrl, Optional<Secret>> prompt) {

    /** With the password of a typed URL before all other sources. */
    public Passwords withGiven(@Nullable Secret password) {
        return new Passwords(password, pgPassword, passwordFile, prompt);
    }

    Optional<Secret> find(PostgresUrl url, Notices notices) {
        if (given != null) {
            return Optional.of(given);
        }
        if (pgPassword != null) {
            return Optional.of(pgPassword);
        }
        var named = url.parameters().get(PostgresUrl.PASSFILE);
        return new PasswordFile(named == null ? passwordFile : Path.of(named)).passwordFor(url, notices);
    }
}
