package lamin.module;

import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import lamin.entities.ModuleEntities;
import lamin.load.LoadState;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.model.TableName;

/**
 * The operations on schema modules that instances need. Names of modules are given without core, which every instance
 * mounts.
 */
public interface SchemaDeployment {
    /** Fails unless all of the modules are known and follow the convention. Called before anything is written. */
    void check(SortedSet<String> modules);

    /**
     * Creates the tables of core and the modules in an empty database, and mounts the modules.
     *
     * @param connection in auto-commit mode
     * @param last run inside the last transaction, before its commit
     */
    void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException;

    /**
     * A deployer for an existing instance; modules that it does not mount yet are deployed completely or not at all.
     *
     * @throws lamin.load.LoadException if different code is needed
     */
    Deployer deployer(Connections connections, Collection<String> modules);

    /** The mounted modules that depend on a module. */
    SortedSet<String> dependents(String module, SortedSet<String> mounted);

    /** Core and the modules of an instance, compared with the installed code. */
    LoadState state(Connection connection, SortedSet<String> modules) throws SQLException;

    /**
     * The differences between the tables of core and the modules and the state that the ledger implies. Fails if
     * different code is needed.
     */
    Drift drift(Connection connection, SortedSet<String> modules) throws SQLException;

    /** The installed modules, including core, that have tables here but no revision in the ledger. */
    SortedSet<String> untracked(Connection connection) throws SQLException;

    /** The module of an entity, mounted or not. */
    Optional<ModuleInfo> owner(Class<?> entity);

    /** The class file contents of core and those of the modules that are installed, read without running their code. */
    List<ModuleInfo> infos(SortedSet<String> modules);

    /**
     * The files with this name beside the {@code package-info.java} of these modules. A module that is not installed or has
     * no such file is left out.
     */
    List<URL> resources(SortedSet<String> modules, String name);

    /**
     * The prefixes of the tables of core and the modules, by module. A module whose code is not installed has its name as
     * prefix.
     */
    SortedMap<String, String> tablePrefixes(SortedSet<String> modules);

    /** The entity classes of core and of those modules that are installed with everything they reference. */
    List<ModuleEntities> entities(SortedSet<String> modules);

    /**
     * The tables that core and the modules have in this database, regardless of pending migrations; in a database without a
     * ledger, those of the code. For a module whose code is not installed, the tables with its name as prefix. Fails if the
     * code of a module is older or newer than the database.
     */
    Set<TableName> tables(Connection connection, SortedSet<String> modules) throws SQLException;
}
