package lamin.instance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Where passwords of PostgreSQL come from, in libpq's order: the URL that was typed, PGPASSWORD, a password file; at
 * last, when the server insists, somebody is asked.
 *
 * @param pgPassword the value of PGPASSWORD
 * @param passwordFile {@code ~/.pgpass} or the value of PGPASSFILE
 * @param prompt asks a person, whom the URL is shown; empty where there is no terminal
 */
public record Passwords(
        @Nullable Secret given,
        @Nullable Secret pgPassword,
        Path passwordFile,
        Function<PostgresUrl, Optional<Secret>> prompt) {

    /** With the password of a URL that was typed, before all others. */
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
