package lamin.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.Notices;
import lamin.schema.Remedy.ProtectFile;

/** libpq's {@code .pgpass}: lines of {@code host:port:database:user:password}, {@code *} for any, {@code \} escapes. */
record PasswordFile(Path file) {

    /** The password of the first matching line. A file that is accessible to others is ignored, as in libpq. */
    Optional<Secret> passwordFor(PostgresUrl url, Notices notices) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (WholeFile.isOpenToOthers(file)) {
                notices.warning("ignored " + file + ": others may read it", new ProtectFile(file.toString()));
                return Optional.empty();
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(PasswordFile::fields)
                    .filter(fields -> fits(fields, url))
                    .map(fields -> Secret.of(fields.get(4)))
                    .findFirst();
        } catch (IOException e) {
            notices.warning("cannot read " + file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean fits(List<String> fields, PostgresUrl url) {
        return fields.size() == 5
                && fits(fields.get(0), url.host())
                && fits(fields.get(1), String.valueOf(url.port()))
                && fits(fields.get(2), url.database())
                && fits(fields.get(3), url.user());
    }

    private static boolean fits(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < 4) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
