package lamin.cli.data;

import java.util.LinkedHashMap;
import java.util.List;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes records back from the trash. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Take records back from the trash.",
        footerHeading = "%nExamples:%n",
        footer = {"  lamin restore artifact GLaWHIH8E5ZQA5Lt0001", "  lamin list artifact --trash"})
public final class RestoreCommand extends LaminCommand {
    @Parameters(index = "0", paramLabel = "REGISTRY", description = "The registry, such as artifact.")
    private String registry = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RECORD",
            description = "The uids, keys or names of the records.")
    private List<String> records = List.of();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var uids = records.stream()
                    .map(record -> opened.restore(registry, record).uid())
                    .toList();
            var map = new LinkedHashMap<String, Object>();
            map.put("restored", uids);
            session()
                    .print(
                            json.isWanted(),
                            () -> map,
                            () -> uids.stream().map(uid -> "restored " + uid).toList());
        }
        return OK;
    }
}
