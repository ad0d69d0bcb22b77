package lamin.cli.bionty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.ontology.registry.FromValues;
import lamin.ontology.registry.ImportOptions;
import lamin.ontology.registry.ImportResult;
import lamin.ontology.registry.StoredTerm;
import lamin.ontology.source.SourceTerms;
import lamin.schema.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds terms of a source to a registry. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Add terms of a source to a registry: all of them, or these with all terms above them.",
            "Terms that are in the registry stay as they are. Obsolete terms are left out."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the terms are in the registry",
            "1:the file cannot be read",
            "2:there is no such registry, source or term",
            "4:the file of the source is not on this machine"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty import CellType --from cl.obo",
            "  lamin bionty import CellType \"T cell\" CL:0000236",
            "  lamin bionty import Gene --organism human --download"
        })
final class ImportCommand extends LaminCommand {
    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "TERM",
            description = "Only the terms with these names, ids or synonyms.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--obsolete", description = "Obsolete terms too.")
    private boolean obsolete;

    @Mixin
    private SourceOption source = new SourceOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var terms = source.terms(session(), opened, registry.name());
            if (wanted.isEmpty()) {
                ImportResult result;
                try (var progress = session().termProgress()) {
                    result = registry.of(opened).importAll(terms, new ImportOptions(obsolete, progress::show));
                }
                session().print(json.isWanted(), () -> json(result), () -> text(terms, result));
                return OK;
            }
            var found = registry.of(opened).fromValues(wanted, terms);
            session().print(json.isWanted(), () -> json(found), () -> text(found));
            return found.unknown().isEmpty() ? OK : ErrorCode.USAGE.exitCode();
        }
    }

    private static List<String> text(SourceTerms terms, ImportResult result) {
        var lines = new ArrayList<String>();
        lines.add("imported " + number(result.added(), "term") + " of " + terms.source() + ", with "
                + number(result.parents(), "link") + " to parents");
        if (result.known() > 0) {
            lines.add("%,d were in the registry before".formatted(result.known()));
        }
        if (result.obsolete() > 0) {
            lines.add("left out " + number(result.obsolete(), "obsolete term"));
        }
        result.refused().forEach(refused -> lines.add("refused " + refused));
        return lines;
    }

    private static String number(int count, String one) {
        return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
    }

    private static Object json(ImportResult result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("added", result.added());
        map.put("known", result.known());
        map.put("parents", result.parents());
        map.put("obsolete", result.obsolete());
        map.put("refused", result.refused());
        return map;
    }

    private static List<String> text(FromValues found) {
        var lines = new ArrayList<String>();
        for (var term : found.terms()) {
            lines.add((found.fromSource().contains(term) ? "added " : "known ") + term);
        }
        found.unknown().forEach(value -> lines.add("unknown " + value));
        return lines;
    }

    private static Object json(FromValues found) {
        var map = new LinkedHashMap<String, Object>();
        map.put("terms", found.terms().stream().map(StoredTerm::name).toList());
        map.put("added", found.fromSource().stream().map(StoredTerm::name).toList());
        map.put("unknown", found.unknown());
        return map;
    }
}
