package lamin.cli.bionty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.instance.WholeFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.table.Csv;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts names in place of synonyms. */
@Command(
        name = "standardize",
        mixinStandardHelpOptions = true,
        description = {
            "Put the names of terms in place of synonyms and of names in other letter case.",
            "Values that the registry does not know stay as they are. A table is written with all of its columns, as CSV."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the values were printed, or the table was written",
            "1:a file cannot be read or written",
            "2:there is no such registry or column"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty standardize CellType \"T-cell\" \"b cell\"",
            "  lamin bionty standardize CellType --table cells.csv --column cell_type -o clean.csv"
        })
final class StandardizeCommand extends LaminCommand {
    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "VALUE", description = "The values.")
    private List<String> values = new ArrayList<>();

    @Mixin
    private ValuesOption table = new ValuesOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the table to this file.")
    private @Nullable Path output;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if ((output == null) != (table.table() == null)) {
            throw new LaminException(ErrorCode.USAGE, "a table needs a file to be written to: --table FILE -o FILE");
        }
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var found = table.read(session(), values);
            var names = registry.of(opened).standardize(found);
            var map = new LinkedHashMap<String, String>();
            for (int i = 0; i < found.size(); i++) {
                map.put(found.get(i), names.get(i));
            }
            if (output == null) {
                session().print(json.isWanted(), () -> map, () -> names);
            } else {
                write(map);
                var changed = map.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(entry.getValue()))
                        .toList();
                session().print(json.isWanted(), () -> Map.copyOf(map), () -> {
                    var lines = new ArrayList<String>();
                    changed.forEach(entry -> lines.add(entry.getKey() + " -> " + entry.getValue()));
                    lines.add("wrote " + output);
                    return lines;
                });
            }
        }
        return OK;
    }

    /** Writes beside the file first, so that a table that cannot be read to its end leaves nothing. */
    private void write(Map<String, String> names) {
        var folder = session().environment().workingDirectory();
        var input = folder.resolve(String.valueOf(table.table()));
        var target = folder.resolve(String.valueOf(output));
        var temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try (var rows = TableFile.at(input).open()) {
            int place = table.place(rows);
            try (var writer = Files.newBufferedWriter(temporary)) {
                writer.write(
                        Csv.line(rows.columns().stream().map(TableColumn::name).toList()) + "\n");
                for (var row = rows.next(); row != null; row = rows.next()) {
                    var cells = new ArrayList<@Nullable Object>();
                    for (int i = 0; i < row.size(); i++) {
                        var cell = row.cell(i);
                        cells.add(i == place && cell != null ? names.get(cell.toString()) : cell);
                    }
                    writer.write(Csv.line(cells) + "\n");
                }
            }
            WholeFile.replace(temporary, target);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + target + ": " + e.getMessage(), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // it is named like a temporary file
        }
    }
}
