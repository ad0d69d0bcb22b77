package lamin.schema.internal.postgres.translation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.model.Column;
import lamin.schema.model.Names;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;

/** Refuses names that PostgreSQL would truncate silently, so that two names become one or a name is no longer found. */
final class LongNames {
    private LongNames() {}

    /**
     * Refuses such names in the result of a table change.
     *
     * @param before null if the change creates the table; existing names are exempt
     */
    static void refuse(@Nullable Table before, Table after) {
        var known = before == null ? List.<String>of() : names(before).toList();
        names(after)
                .filter(name -> Names.isTooLong(name) && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new MisfitException(
                            "in table " + after.name() + ", PostgreSQL would cut the name " + name
                                    + " off after 63 bytes\nnothing was changed",
                            new Advice("choose a shorter name"));
                });
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        Stream.of(table.name().schema(), table.name().name()).filter(Objects::nonNull),
                        table.columns().stream().map(Column::name),
                        table.constraints().map(constraint -> constraint.nameIn(table.name())),
                        table.indexes().stream().map(index -> index.nameIn(table.name())))
                .flatMap(part -> part);
    }
}
