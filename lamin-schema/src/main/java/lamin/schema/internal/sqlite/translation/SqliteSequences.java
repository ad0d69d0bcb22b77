package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import org.jspecify.annotations.Nullable;

/** The statements of operations on sequences, which SQLite keeps as tables with one row: the next value. */
final class SqliteSequences {
    private static final String NEXT = quote(SqliteSql.NEXT_VALUE);

    private SqliteSequences() {}

    /**
     * @param before the sequence before the operation; null if it is created
     * @param state the state after the operation
     */
    static List<String> of(OnSequence operation, @Nullable Sequence before, Replay state) {
        var sequence = operation.sequence();
        var table = quote(sequence.flat());
        return switch (operation) {
            case CreateSequence(var definition) ->
                Stream.concat(
                                Stream.of(
                                        "CREATE TABLE " + table + " (" + NEXT + " bigint)",
                                        "INSERT INTO " + table + " (" + NEXT + ") VALUES (" + definition.start() + ")"),
                                advance(definition, state))
                        .toList();
            case DropSequence ignored -> List.of("DROP TABLE " + table);
            case RenameSequence(var ignored, var newName) ->
                List.of("ALTER TABLE " + table + " RENAME TO "
                        + quote(sequence.renamed(newName).flat()));
            case AlterSequence(var ignored, var changes) -> {
                var after = state.sequence(sequence).orElseThrow();
                var altered = changes.stream().flatMap(change -> alter(Objects.requireNonNull(before), change));
                yield Stream.concat(altered, advance(after, state)).toList();
            }
        };
    }

    /** A used sequence holds its last value plus the increment. */
    private static Stream<String> alter(Sequence before, SequenceChange change) {
        return switch (change) {
            case SequenceChange.Increment(var increment) ->
                Stream.of("UPDATE " + quote(before.name().flat()) + " SET " + NEXT + " = " + NEXT + " + "
                        + (increment - before.increment()) + " WHERE " + NEXT + " <> " + before.start());
            case SequenceChange.Start ignored -> Stream.empty();
            case SequenceChange.Numbers ignored -> Stream.empty();
        };
    }

    /** Moves a sequence beyond the numbers that its columns hold; it never moves backward. */
    private static Stream<String> advance(Sequence sequence, Replay state) {
        var highest = sequence.numbers().stream()
                .map(numbered -> "SELECT max(" + number(numbered, state) + ") AS n FROM "
                        + quote(numbered.table().flat()))
                .collect(Collectors.joining(" UNION ALL "));
        return highest.isEmpty()
                ? Stream.empty()
                : Stream.of("UPDATE " + quote(sequence.name().flat()) + " SET " + NEXT + " = held.n + "
                        + sequence.increment() + " FROM (SELECT max(n) AS n FROM (" + highest
                        + ")) AS held WHERE held.n > " + NEXT + " - " + sequence.increment());
    }

    /** Text, which the way back converts to numbers later, would be greater than any number. */
    private static String number(NumberedColumn numbered, Replay state) {
        var column = quote(numbered.column());
        return state.isInteger(numbered) ? column : "CAST(" + column + " AS integer)";
    }
}
