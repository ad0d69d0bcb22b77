package lamin.find;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import lamin.catalog.Catalog;
import lamin.instance.Database;

/**
 * The database that is read.
 *
 * @param prefixes the prefixes of the tables of core and the mounted modules, by module
 */
record Source(Database database, Supplier<Map<String, String>> prefixes) {
    /** Work on a catalog. */
    @FunctionalInterface
    interface Reading<T> {
        T on(Catalog catalog, Values values) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        var known = prefixes.get();
        return database.read(
                connection -> reading.on(Catalog.read(connection, database, known), Values.of(connection)));
    }
}
