package lamin.module;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import lamin.entities.ModuleEntities;
import lamin.load.LoadState;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.model.TableName;

/** What instances need of schema modules. Names of modules are given without core, which every instance mounts. */
public interface SchemaDeployment {
    /** Fails unless all of the modules are known and keep to the convention. Nothing has been written by then. */
    void check(SortedSet<String> modules);

    /**
     * Makes the tables of core and the modules in a database that has none, and mounts the modules.
     *
     * @param connection commits every statement
     * @param last to be done inside the last transaction, before its commit
     */
    void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException;

    /**
     * A deployer for an instance that is there already; modules that it does not mount yet come whole or not at all.
     *
     * @throws lamin.load.LoadException where other code is needed
     */
    Deployer deployer(Connections connections, Collection<String> modules);

    /** Those of the mounted modules that cannot do without a module. */
    SortedSet<String> dependents(String module, SortedSet<String> mounted);

    /** Core and the modules of an instance beside the code that is here. */
    LoadState state(Connection connection, SortedSet<String> modules) throws SQLException;

    /** How far the tables of core and the modules are from what the ledger says of them. Other code may be needed. */
    Drift drift(Connection connection, SortedSet<String> modules) throws SQLException;

    /** The modules, core among them, that are at hand and have tables here of which the ledger knows nothing. */
    SortedSet<String> untracked(Connection connection) throws SQLException;

    /** The module that an entity is of, mounted or not. */
    Optional<ModuleInfo> owner(Class<?> entity);

    /** What the class files of core and of those modules say that are at hand; no code of theirs is run. */
    List<ModuleInfo> infos(SortedSet<String> modules);

    /** The entity classes of core and of those modules that are at hand with all that they refer to. */
    List<ModuleEntities> entities(SortedSet<String> modules);

    /**
     * The tables that core and the modules have in this database, whatever is still pending; in one without a ledger
     * those that the code has. Of a module whose code is not installed they are those with its name as prefix. Fails where
     * the code of a module is older or newer than the database.
     */
    Set<TableName> tables(Connection connection, SortedSet<String> modules) throws SQLException;
}
