package lamin.cli.bionty;

import java.util.ArrayList;
import java.util.List;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.graph.GraphOption;
import lamin.ontology.registry.StoredTerm;
import lamin.ontology.registry.TermRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the hierarchy around a term. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        description = {
            "Show the terms above and below a term.",
            "Prints them, or draws a picture with -o. A large hierarchy is drawn around the term; json, graphml and csv contain"
                    + " all of it.",
            "Formats: svg, png, dot, json (networkx), graphml, mermaid, csv and, if Graphviz is installed, all of its formats."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the hierarchy was printed or written",
            "1:the file cannot be written",
            "2:no such registry, term or format"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty view CellType \"gamma-delta T cell\"",
            "  lamin bionty view CellType CL:0000084 -o t-cell.svg",
            "  lamin bionty view Disease \"lymphoma\" --json > lymphoma.json"
        })
final class ViewCommand extends LaminCommand {
    private static final int SHOWN = 20;

    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Parameters(index = "1", paramLabel = "TERM", description = "The name, id or a synonym of the term.")
    private String name = "";

    @Option(names = "--boxes", paramLabel = "N", description = "Draw at most N boxes; 60 by default.")
    private @Nullable Integer boxes;

    @Mixin
    private GraphOption output = new GraphOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        requirePositive("--boxes", boxes);
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var terms = registry.of(opened);
            var term = terms.get(name);
            if (output.isGiven() || json.isWanted()) {
                var graph = terms.viewParents(term);
                output.write(
                        session(), boxes == null ? graph : graph.withMostBoxes(boxes), json.isWanted(), "hierarchy");
            } else {
                text(terms, term).forEach(session().out()::println);
            }
        }
        return OK;
    }

    private static List<String> text(TermRegistry terms, StoredTerm term) {
        var lines = new ArrayList<String>();
        lines.add(term.toString());
        list(lines, "parents", terms.parents(term));
        list(lines, "all above", terms.ancestors(term));
        list(lines, "children", terms.children(term));
        lines.add("  %,d terms are below it".formatted(terms.descendants(term).size()));
        return lines;
    }

    private static void list(List<String> lines, String heading, List<StoredTerm> terms) {
        if (!terms.isEmpty()) {
            lines.add("  " + heading + ": "
                    + String.join(
                            ", ",
                            terms.stream()
                                    .limit(SHOWN)
                                    .map(StoredTerm::toString)
                                    .toList())
                    + (terms.size() > SHOWN ? " and %,d more".formatted(terms.size() - SHOWN) : ""));
        }
    }
}
