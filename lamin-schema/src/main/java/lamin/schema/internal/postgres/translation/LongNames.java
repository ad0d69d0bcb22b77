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

/** Names that PostgreSQL would cut off without an error, so that two become one and nothing finds them any more. */
final class LongNames {
    private LongNames() {}

    /**
     * Refuses what a change of a table makes.
     *
     * @param before null when it creates the table; existing names may be repaired
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
