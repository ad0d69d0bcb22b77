package lamin.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lamin.DeleteOptions;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.cli.data.RecordRemoval;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes an instance, or records of one. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = {
            "Delete an instance, or records of one.",
            "With one word, delete an instance: its database (on a server: its tables) and its settings. Asks before it"
                    + " deletes records, unless --yes is given. Data files are never deleted.",
            "With a registry and names, move records to the trash, from which lamin restore takes them back; artifacts"
                    + " are named by key or uid. With --permanent, delete them with their files, after showing what goes"
                    + " with them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the instance or the records were deleted",
            "1:a file could not be removed; lamin doctor --fix tries again",
            "2:there is no such instance, registry or record",
            "4:the instance holds records and this was not confirmed, or its storage holds data files; or a record is"
                    + " needed by others"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin delete test-schema",
            "  lamin delete anonymous/test-schema --yes",
            "  lamin delete artifact datasets/counts.csv",
            "  lamin delete artifact GLaWHIH8E5ZQA5Lt0001 --permanent",
            "  lamin delete ulabel KOhd8nIh"
        })
final class DeleteCommand extends LaminCommand {
    @Parameters(
            paramLabel = "NAME|REGISTRY RECORD...",
            arity = "1..*",
            description = "The instance, as owner/name or name; or a registry and the keys or uids of records.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private YesOption yes = new YesOption();

    @Option(
            names = "--force",
            description = "Delete the instance although its storage holds data files; the files stay.")
    private boolean force;

    @Option(names = "--permanent", description = "Delete records for good, with the files of artifacts.")
    private boolean permanent;

    @Option(
            names = "--with-file",
            description = "With --permanent, also remove files that were in the storage before they were saved.")
    private boolean withFile;

    @Option(
            names = "--allow-input",
            paramLabel = "UID",
            description = "With --permanent, delete this record although runs had it as an input. Repeatable.")
    private List<String> allowedInputs = new ArrayList<>();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        return words.size() == 1
                ? deleteInstance(words.getFirst())
                : deleteRecords(words.getFirst(), words.subList(1, words.size()));
    }

    private int deleteInstance(String name) {
        if (permanent || withFile || !allowedInputs.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "--permanent, --with-file and --allow-input are for records: lamin delete REGISTRY RECORD");
        }
        var slug = session().instance(name).slug();
        var options = yes.isGiven()
                ? DeleteOptions.YES
                : DeleteOptions.CAREFUL.confirmedBy(session().terminal()::confirm);
        session().lamin().delete(slug.toString(), force ? options.forced() : options);
        var map = new LinkedHashMap<String, Object>();
        map.put("deleted", slug.toString());
        session().print(json.isWanted(), () -> map, () -> List.of("deleted " + slug));
        return OK;
    }

    private int deleteRecords(String registry, List<String> records) {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var removal = new RecordRemoval(opened, registry, session(), yes.isGiven());
            return permanent
                    ? removal.delete(records, withFile, Set.copyOf(new TreeSet<>(allowedInputs)), json.isWanted())
                    : removal.trash(records, json.isWanted());
        }
    }
}
