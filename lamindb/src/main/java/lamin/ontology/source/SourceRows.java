package lamin.ontology.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.instance.Row;
import lamin.module.SchemaDeployment;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.model.TableName;

/**
 * Public sources as rows of an instance, written as Python's bionty writes them. The sources of all modules are in the table
 * of bionty, which the terms of every module refer to.
 */
public record SourceRows(List<PublicSource> sources) {
    /** The table of sources. */
    public static final TableName TABLE = TableName.of("bionty_source");

    private static final String BIONTY = "bionty";
    private static final int FIRST = 1;

    public SourceRows {
        sources = List.copyOf(sources);
    }

    /** The newest versions that modules and those that they depend on name. */
    public static SourceRows of(SchemaDeployment deployment, SortedSet<String> modules) {
        var mounted =
                deployment.infos(modules).stream().map(ModuleInfo::name).collect(Collectors.toCollection(TreeSet::new));
        var sources = SourceCatalog.of(deployment, mounted).newest();
        if (!sources.isEmpty() && !mounted.contains(BIONTY)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "a module among " + String.join(", ", modules) + " has a file " + SourceCatalog.FILE
                            + ", but its migrations do not depend on bionty, whose table keeps sources",
                    new Advice("let the first migration depend on one of bionty"));
        }
        return new SourceRows(sources);
    }

    /** How many rows of {@link #TABLE} an instance with these modules has at first. */
    public static Map<TableName, Long> counts(SchemaDeployment deployment, SortedSet<String> modules) {
        return Map.of(
                TABLE, (long) SourceCatalog.of(deployment, modules).newest().size());
    }

    /**
     * Adds those that the instance does not have, in the caller's transaction, and leaves the others as they are.
     *
     * @return how many were added
     */
    public int write(Connection connection, long userId, Instant now) throws SQLException {
        var added = 0;
        for (var source : sources) {
            added += row(source, userId, now).insertIfAbsent(connection) ? 1 : 0;
        }
        return added;
    }

    private static Row row(PublicSource source, long userId, Instant now) {
        return new Row(TABLE.name())
                .with("uid", source.uid())
                .with("entity", source.entity())
                .with("organism", source.organism())
                .with("name", source.name())
                .with("version", source.version())
                .with("in_db", false)
                .with("currently_used", source.isCurrentlyUsed())
                .with("description", source.description())
                .with("url", source.url())
                .with("source_website", source.website())
                .with("is_locked", false)
                .with("_aux", null)
                .with("branch_id", FIRST)
                .with("space_id", FIRST)
                .with("created_on_id", FIRST)
                .with("created_by_id", userId)
                .with("created_at", now)
                .with("updated_at", now);
    }
}
