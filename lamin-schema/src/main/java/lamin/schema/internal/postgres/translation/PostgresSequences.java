package lamin.schema.internal.postgres.translation;

import static lamin.schema.internal.postgres.translation.PostgresSql.name;
import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.List;
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

/** The statements of operations on sequences. */
final class PostgresSequences {
    private PostgresSequences() {}

    /** @param state the state after the operation */
    static List<String> of(OnSequence operation, Replay state) {
        var sequence = operation.sequence();
        return switch (operation) {
            case CreateSequence(var definition) ->
                Stream.of(
                                Stream.ofNullable(sequence.schema()).map(PostgresSql::createSchema),
                                Stream.of("CREATE SEQUENCE " + name(sequence) + " START WITH " + definition.start()
                                        + " INCREMENT BY " + definition.increment()),
                                advance(definition, state))
                        .flatMap(statements -> statements)
                        .toList();
            case DropSequence ignored -> List.of("DROP SEQUENCE " + name(sequence));
            case RenameSequence(var ignored, var newName) ->
                List.of("ALTER SEQUENCE " + name(sequence) + " RENAME TO " + quote(newName));
            case AlterSequence(var ignored, var changes) -> {
                var after = state.sequence(sequence).orElseThrow();
                yield Stream.concat(changes.stream().flatMap(change -> alter(after, change)), advance(after, state))
                        .toList();
            }
        };
    }

    private static Stream<String> alter(Sequence sequence, SequenceChange change) {
        var alter = "ALTER SEQUENCE " + name(sequence.name()) + " ";
        return switch (change) {
            case SequenceChange.Increment(var increment) -> Stream.of(alter + "INCREMENT BY " + increment);
            case SequenceChange.Start(var start) -> Stream.of(alter + "START WITH " + start);
            case SequenceChange.Numbers ignored -> Stream.empty();
        };
    }

    /** Moves a sequence beyond the numbers that its columns hold; it never moves backward. */
    private static Stream<String> advance(Sequence sequence, Replay state) {
        var highest = sequence.numbers().stream()
                .map(numbered -> "SELECT max(" + number(numbered, state) + ") AS n FROM " + name(numbered.table()))
                .collect(Collectors.joining(" UNION ALL "));
        return highest.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "SELECT setval(" + literal(name(sequence.name())) + ", held.n) FROM (SELECT max(n) AS n FROM ("
                                + highest + ") AS columns) AS held, " + name(sequence.name())
                                + " AS counter WHERE held.n >= counter.last_value");
    }

    /** Text is converted to numbers later on the way back. */
    private static String number(NumberedColumn numbered, Replay state) {
        var column = quote(numbered.column());
        return state.isInteger(numbered) ? column : column + "::bigint";
    }
}
