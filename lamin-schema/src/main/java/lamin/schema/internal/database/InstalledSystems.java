package lamin.schema.internal.database;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The systems provided by the engine, found through its own class loader. */
final class InstalledSystems {
    static final List<DatabaseSystem> ALL =
            ServiceLoader.load(DatabaseSystem.class, DatabaseSystem.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private InstalledSystems() {}

    static DatabaseSystem ofProduct(String product) {
        return ALL.stream()
                .filter(system -> system.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, "The database is " + product + "; " + products() + " are supported."));
    }

    private static String products() {
        return ALL.stream().map(DatabaseSystem::product).collect(Collectors.joining(" and "));
    }

    static DatabaseSystem ofKey(String key) {
        return ALL.stream()
                .filter(system -> system.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "\"" + key + "\" is not a supported database; expected "
                                + ALL.stream().map(DatabaseSystem::key).collect(Collectors.joining(" or "))));
    }
}
