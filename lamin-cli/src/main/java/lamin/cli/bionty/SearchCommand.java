package lamin.cli.bionty;

import lamin.cli.data.RecordSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds terms. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Find terms by words of their names, ids, synonyms and descriptions, the best matches first.",
            "Exit codes: 0 also if there are none; 2 unknown registry"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty search CellType \"gamma delta T cell\"",
            "  lamin bionty search Disease lymphoma --json"
        })
final class SearchCommand extends RecordSearch {
    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Override
    protected String registry() {
        return registry.name();
    }
}
