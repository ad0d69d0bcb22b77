package lamin.schema.internal.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lamin.schema.internal.database.LedgerText;
import lamin.schema.internal.foreign.MigrationTool;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/**
 * Determines by name which module a table of a live database belongs to, without running the module's code. The
 * ledger's own tables belong to {@link #LEDGER}, those in which other migration tools keep their histories to no module.
 */
public final class TableOwners {
    /** No schema module can have this name, because the prefix is reserved. */
    public static final String LEDGER = "lamin";

    private final List<ModuleInfo> longestPrefixFirst;
    private final Map<String, Registry> registries;

    /** An entity name in its original case, and its module. */
    private record Registry(String module, String entity) {}

    private TableOwners(List<ModuleInfo> longestPrefixFirst, Map<String, Registry> registries) {
        this.longestPrefixFirst = longestPrefixFirst;
        this.registries = registries;
    }

    public static TableOwners of(Iterable<ModuleInfo> modules) {
        var sorted = new ArrayList<ModuleInfo>();
        modules.forEach(sorted::add);
        sorted.sort(Comparator.comparingInt(
                (ModuleInfo module) -> -module.tablePrefix().length()));
        var registries = new HashMap<String, Registry>();
        for (var module : sorted) {
            for (var entity : module.entities()) {
                var simpleName = entity.substring(entity.lastIndexOf('.') + 1);
                var named = module.namedTables().get(entity);
                var prefix = module.tablePrefix().isEmpty() ? "" : module.tablePrefix() + "_";
                var table = named == null ? prefix + simpleName : named.flat();
                registries.put(table.toLowerCase(Locale.ROOT), new Registry(module.name(), simpleName));
            }
        }
        return new TableOwners(List.copyOf(sorted), registries);
    }

    /** The tables with their modules, and with entity names in their original case. */
    public SchemaModel assign(SchemaModel model) {
        return model.withTables(this::assign);
    }

    /** Whether a table of a live database belongs to the ledger; a {@code migration_x} with other columns does not. */
    public static boolean isLedger(Table table) {
        var name = table.name().flat();
        boolean isVersionTable = name.startsWith("migration_")
                && table.columns().stream().map(Column::name).toList().equals(List.of("version_num"));
        return LedgerText.TABLES.contains(name) || isVersionTable;
    }

    private Table assign(Table table) {
        var flat = table.name().flat().toLowerCase(Locale.ROOT);
        if (isLedger(table)) {
            return table.withModule(LEDGER);
        }
        if (MigrationTool.owner(table).isPresent()) {
            return table;
        }
        var registry = registries.get(flat);
        if (registry != null) {
            return table.withModule(registry.module()).withEntity(registry.entity());
        }
        return owner(flat)
                .map(owner ->
                        table.withModule(owner.name()).withEntity(owner.owner().impliedEntity(table.name())))
                .orElse(table);
    }

    private Optional<ModuleInfo> owner(String flatName) {
        return longestPrefixFirst.stream()
                .filter(module -> !module.tablePrefix().isEmpty())
                .filter(module -> flatName.startsWith(module.tablePrefix() + "_"))
                .findFirst();
    }
}
