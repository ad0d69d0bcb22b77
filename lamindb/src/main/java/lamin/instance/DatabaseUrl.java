package lamin.instance;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The location of a database. It never holds a password, so it may be printed and stored. */
public sealed interface DatabaseUrl {

    /** The JDBC URL. */
    String jdbc();

    /** A file. */
    record SqliteUrl(Path file) implements DatabaseUrl {
        /** The driver would read text after a question mark as settings, and open another file. */
        @Override
        public String jdbc() {
            var path = file.toString();
            return "jdbc:sqlite:" + (path.contains("?") ? file.toUri() : path);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * A database on a server.
     *
     * @param parameters by libpq name, such as {@code sslmode}
     */
    record PostgresUrl(String user, String host, int port, String database, SortedMap<String, String> parameters)
            implements DatabaseUrl {
        /** The supported libpq parameters, with the JDBC driver's names for them. */
        static final Map<String, String> DRIVER_NAMES = Map.of(
                "application_name", "ApplicationName",
                "connect_timeout", "connectTimeout",
                "options", "options",
                "sslcert", "sslcert",
                "sslkey", "sslkey",
                "sslmode", "sslmode",
                "sslrootcert", "sslrootcert");

        /** The location of the password; read by {@link Passwords}, not passed to the driver. */
        static final String PASSFILE = "passfile";

        public PostgresUrl {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        @Override
        public String jdbc() {
            return "jdbc:postgresql://" + authority() + "/" + PercentEncoding.encode(database);
        }

        /** The driver's properties, without the password. */
        Properties properties() {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("loginTimeout", "60");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", "lamin");
            parameters.forEach((name, value) -> {
                var driverName = DRIVER_NAMES.get(name);
                if (driverName != null) {
                    properties.setProperty(driverName, value);
                }
            });
            return properties;
        }

        /** The same server's maintenance database, used to create others. */
        PostgresUrl onDatabase(String other) {
            return new PostgresUrl(user, host, port, other, parameters);
        }

        /** Python treats an instance as public and read-only, and skips tracking, if its URL contains such a word. */
        public boolean looksReadOnlyToPython() {
            var text = toString().toLowerCase(Locale.ROOT);
            return text.contains("read") || text.contains("public");
        }

        private String authority() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        /** In the form that libpq and Python read. */
        @Override
        public String toString() {
            var text = new StringBuilder("postgresql://")
                    .append(PercentEncoding.encode(user))
                    .append('@')
                    .append(authority())
                    .append('/')
                    .append(PercentEncoding.encode(database));
            char separator = '?';
            for (var parameter : parameters.entrySet()) {
                text.append(separator).append(parameter.getKey()).append('=');
                text.append(PercentEncoding.encode(parameter.getValue()));
                separator = '&';
            }
            return text.toString();
        }
    }
}
