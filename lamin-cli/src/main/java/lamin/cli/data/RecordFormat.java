package lamin.cli.data;

import java.util.List;
import lamin.cli.command.JsonOption;
import lamin.cli.command.Session;
import lamin.find.Records;
import picocli.CommandLine.Option;

/** The option of commands that print records, and their formats: a table, CSV or JSON. */
final class RecordFormat {
    @Option(names = "--csv", description = "Print all columns as CSV.")
    private boolean csv;

    void print(Session session, JsonOption json, Records records) {
        if (csv && !json.isWanted()) {
            records.csv().forEach(session.out()::println);
            return;
        }
        session.print(json.isWanted(), () -> RecordJson.of(records), () -> table(session, records));
    }

    private static List<String> table(Session session, Records records) {
        if (records.size() == 0) {
            session.notices().info("no " + records.registry());
            return List.of();
        }
        var table = records.table();
        var omitted = table.omitted(session.width());
        if (!omitted.isEmpty()) {
            session.notices().hint("the terminal is too narrow for " + String.join(", ", omitted));
        }
        return table.lines(session.width());
    }
}
