package lamin.instance;

import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A database URL as typed by the user, with the password removed.
 *
 * @param password null if none was given
 */
public record GivenUrl(PostgresUrl url, @Nullable Secret password) {
    private static final String SCHEME = "postgresql://";
    private static final Advice EXPECTED =
            new Advice("write postgresql://user@host:port/name, with special characters percent-encoded");
    private static final String JDBC = "jdbc:";
    private static final String USER = "user";
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]@\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /** Parses libpq's form, or JDBC's with the user as a parameter. No error message shows more of the text than its scheme. */
    public static GivenUrl parse(String text) {
        var url = text.startsWith(JDBC + SCHEME) ? text.substring(JDBC.length()) : text;
        if (!url.startsWith(SCHEME)) {
            throw new LaminException(ErrorCode.USAGE, "unknown database URL" + schemeOf(url), EXPECTED);
        }
        try {
            return parseAfterScheme(url.substring(SCHEME.length()));
        } catch (IllegalArgumentException e) {
            throw new LaminException(ErrorCode.USAGE, "cannot read the database URL: " + e.getMessage(), EXPECTED);
        }
    }

    private static String schemeOf(String text) {
        var scheme = text.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
        return text.contains(":") && WORD.matcher(scheme).matches() ? " scheme '" + scheme + ":'" : "";
    }

    private static GivenUrl parseAfterScheme(String rest) {
        int query = rest.indexOf('?');
        var beforeQuery = query < 0 ? rest : rest.substring(0, query);
        int slash = beforeQuery.indexOf('/');
        int at = slash < 0 ? -1 : beforeQuery.lastIndexOf('@', slash);
        var parameters = query < 0 ? new TreeMap<String, String>() : parameters(rest.substring(query + 1));
        var userParameter = parameters.remove(USER);
        if (slash < 0 || (at < 0) == (userParameter == null)) {
            throw new IllegalArgumentException(
                    "a user, a host or the name of the database is missing, or there are two users");
        }
        var user = userParameter == null
                ? beforeQuery.substring(0, at).split(":", 2)
                : new String[] {PercentEncoding.encode(userParameter)};
        var password = user.length > 1 ? secret(user[1]) : null;
        var passwordParameter = parameters.remove("password");
        var url = url(user[0], beforeQuery.substring(at + 1, slash), beforeQuery.substring(slash + 1), parameters);
        return new GivenUrl(url, passwordParameter == null ? password : Secret.of(passwordParameter));
    }

    private static PostgresUrl url(
            String user, String hostAndPort, String database, TreeMap<String, String> parameters) {
        var place = HOST_AND_PORT.matcher(hostAndPort);
        if (user.isEmpty() || database.isEmpty() || !place.matches()) {
            throw new IllegalArgumentException("a user, a host or the name of the database is missing");
        }
        int port = place.group(2) == null ? 5432 : Integer.parseInt(place.group(2));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("there is no port " + port);
        }
        var host = place.group(1).replaceAll("[\\[\\]]", "");
        return new PostgresUrl(PercentEncoding.decode(user), host, port, PercentEncoding.decode(database), parameters);
    }

    private static @Nullable Secret secret(String encoded) {
        var password = PercentEncoding.decode(encoded);
        if (password.matches("\\*+")) {
            throw new IllegalArgumentException("its password is masked; leave it out or give the real one");
        }
        return password.isEmpty() ? null : Secret.of(password);
    }

    private static TreeMap<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var nameAndValue = pair.split("=", 2);
            var name = nameAndValue[0];
            if (nameAndValue.length < 2 || !isKnown(name)) {
                throw new IllegalArgumentException("a parameter is not known; known are " + known());
            }
            parameters.put(name, PercentEncoding.decode(nameAndValue[1]));
        }
        return parameters;
    }

    private static boolean isKnown(String parameter) {
        return PostgresUrl.DRIVER_NAMES.containsKey(parameter)
                || parameter.equals(PostgresUrl.PASSFILE)
                || parameter.equals(USER)
                || parameter.equals("password");
    }

    private static String known() {
        var names = new TreeMap<>(PostgresUrl.DRIVER_NAMES).navigableKeySet();
        return String.join(", ", names) + ", " + PostgresUrl.PASSFILE;
    }
}
