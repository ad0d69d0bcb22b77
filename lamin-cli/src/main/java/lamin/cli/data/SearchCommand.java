package lamin.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Searches the records of a registry. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Find records by words, the best matches first.",
            "Names, keys, identifiers, synonyms and descriptions are searched.",
            "Exit codes: 0 also if there are none; 2 unknown registry"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin search artifact counts",
            "  lamin search bionty.celltype \"gamma delta\" --limit 5",
            "  lamin search ulabel treated --json"
        })
public final class SearchCommand extends RecordSearch {
    @Parameters(
            index = "0",
            paramLabel = "REGISTRY",
            description = "The registry, such as artifact or bionty.celltype.")
    private String registry = "";

    @Override
    protected String registry() {
        return registry;
    }
}
