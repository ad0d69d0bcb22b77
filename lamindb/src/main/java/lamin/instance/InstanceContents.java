package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lamin.schema.internal.database.LedgerText;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The contents of an instance's database, read without knowing its modules. */
public final class InstanceContents {
    private static final String[] KINDS = {"TABLE", "PARTITIONED TABLE"};
    private static final TableName STORAGE = TableName.of("lamindb_storage");

    private final Connection connection;
    private final SortedSet<TableName> tables;

    private InstanceContents(Connection connection, SortedSet<TableName> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** Valid as long as the connection. */
    public static InstanceContents read(Connection connection) throws SQLException {
        var tables = new TreeSet<TableName>();
        var home = connection.getSchema();
        try (var rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", KINDS)) {
            while (rows.next()) {
                var schema = rows.getString("TABLE_SCHEM");
                tables.add(TableName.of(
                        schema == null || schema.equals(home) ? null : schema, rows.getString("TABLE_NAME")));
            }
        }
        tables.removeIf(table -> table.name().startsWith("sqlite_"));
        return new InstanceContents(connection, tables);
    }

    /** Whether the database contains an instance. */
    public boolean isInstance() {
        return tables.contains(STORAGE);
    }

    /** Whether the instance has a storage; always true unless its tables are not taken over yet. */
    public boolean hasStorage() throws SQLException {
        return isInstance() && count(STORAGE) > 0;
    }

    /** Whether the database is empty, so that an instance may be created in it. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** The uid of the storage with that root, if the instance has it. */
    public Optional<String> storageUid(StorageRoot root) throws SQLException {
        if (!isInstance()) {
            return Optional.empty();
        }
        try (var statement = connection.prepareStatement("select uid from lamindb_storage where root = ?")) {
            statement.setString(1, root.toString());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** The storages of the instance in this database. */
    public List<StorageRow> storages() throws SQLException {
        return isInstance()
                ? Jdbc.query(
                        connection,
                        "select root, uid, instance_uid from lamindb_storage order by id",
                        row -> new StorageRow(row.getString(1), row.getString(2), row.getString(3)))
                : List.of();
    }

    /**
     * A storage as recorded in the database.
     *
     * @param instanceUid the instance that manages it; null if unknown
     */
    public record StorageRow(
            String root, String uid, @Nullable String instanceUid) {}

    /** The modules that the ledger lists, including core, whatever tool wrote it; empty in a database created by Python. */
    public SortedSet<String> mountedModules() throws SQLException {
        return mountedModules(connection);
    }

    /** The same, without reading the names of all tables, which takes several times as long. */
    public static SortedSet<String> mountedModules(Connection connection) throws SQLException {
        return new TreeSet<>(new Ledger(connection).read().modules());
    }

    /** All tables, including those of other tools. */
    public Set<TableName> tables() {
        return Collections.unmodifiableSet(tables);
    }

    /**
     * Those of the given tables that have more rows than {@code init} writes, with their numbers of rows. Ledgers are not
     * counted.
     *
     * @param ofModules the rows that {@code init} writes for the modules
     */
    public SortedMap<TableName, Long> rowsBeyondInit(Set<TableName> among, Map<TableName, Long> ofModules)
            throws SQLException {
        var ledgers = ledgers(mountedModules());
        ledgers.add(TableName.of("django_migrations"));
        var found = new TreeMap<TableName, Long>();
        for (var table : tables) {
            if (!among.contains(table)) {
                continue;
            }
            long rows = ledgers.contains(table) ? 0 : count(table);
            if (rows > InitialRows.COUNTS.getOrDefault(table.flat(), ofModules.getOrDefault(table, 0L))) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private long count(TableName table) throws SQLException {
        return Jdbc.query(connection, "select count(*) from " + quoted(table), row -> row.getLong(1))
                .getFirst();
    }

    /** Drops the existing ones of these tables; fails and drops none if others reference them. */
    public void drop(Database database, Set<TableName> unwanted) throws SQLException {
        var names = tables.stream()
                .filter(unwanted::contains)
                .map(InstanceContents::quoted)
                .toList();
        if (!names.isEmpty()) {
            database.drop(connection, names);
        }
    }

    /** The ledger tables of core and the modules. */
    public static SortedSet<TableName> ledgers(Iterable<String> modules) {
        var ledgers = new TreeSet<TableName>();
        LedgerText.TABLES.forEach(table -> ledgers.add(TableName.of(table)));
        ledgers.add(TableName.of("migration_core"));
        modules.forEach(module -> ledgers.add(TableName.of("migration_" + module)));
        return ledgers;
    }

    private static String quoted(TableName table) {
        var schema = table.schema();
        var name = SqlTokens.quote(table.name());
        return schema == null ? name : SqlTokens.quote(schema) + "." + name;
    }
}
