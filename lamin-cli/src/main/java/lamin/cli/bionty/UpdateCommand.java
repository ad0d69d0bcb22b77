package lamin.cli.bionty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.ontology.registry.ImportOptions;
import lamin.ontology.registry.TermRegistry;
import lamin.ontology.registry.UpdateReport;
import lamin.ontology.source.SourceTerms;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a registry up to a newer version of its source. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the terms of a registry up to a newer version of their source, after a report.",
            "Renamed terms get their new name. Retired terms stay, with their name, and their description says what replaces them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the terms are up to date, or the report was printed",
            "1:the file cannot be read",
            "2:there is no such registry or source",
            "4:the update was not confirmed, or the file of the source is not on this machine"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty update CellType --source cl@2026-03-26 --dry-run",
            "  lamin bionty update CellType --source cl@2026-03-26 --from cl.obo --yes"
        })
final class UpdateCommand extends LaminCommand {
    private static final int SHOWN = 20;

    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Option(names = "--dry-run", description = "Print the report only.")
    private boolean dryRun;

    @Mixin
    private SourceOption source = new SourceOption();

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var terms = source.terms(session(), opened, registry.name());
            var known = registry.of(opened);
            var report = known.compare(terms);
            if (!json.isWanted()) {
                text(terms, report).forEach(session().out()::println);
            }
            if (!dryRun) {
                update(known, terms);
            }
            if (json.isWanted()) {
                session().print(true, () -> json(report), List::of);
            }
        }
        return OK;
    }

    private void update(TermRegistry known, SourceTerms terms) {
        if (!yes.isGiven() && !session().terminal().confirm("update " + registry.name() + "?")) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "the update was not confirmed\nnothing was changed",
                    new Advice("update without a question: --yes"));
        }
        try (var progress = session().termProgress()) {
            known.update(terms, new ImportOptions(false, progress::show));
        }
        if (!json.isWanted()) {
            session().out().println("updated " + registry.name());
        }
    }

    private static List<String> text(SourceTerms terms, UpdateReport report) {
        var lines = new ArrayList<String>();
        lines.add("%s: %,d new, %,d renamed, %,d retired, %,d with other parents"
                .formatted(
                        terms.source(),
                        report.added().size(),
                        report.renamed().size(),
                        report.retired().size(),
                        report.moved().size()));
        var details = new ArrayList<String>();
        report.renamed()
                .forEach(renamed -> details.add(
                        "  renamed " + renamed.term() + " to " + renamed.newName() + used(renamed.artifacts())));
        report.retired()
                .forEach(retired ->
                        details.add("  retired " + retired.term() + replacement(retired) + used(retired.artifacts())));
        lines.addAll(details.subList(0, Math.min(SHOWN, details.size())));
        if (details.size() > SHOWN) {
            lines.add("  and " + (details.size() - SHOWN) + " more, listed by --json");
        }
        return lines;
    }

    private static String replacement(UpdateReport.Retired retired) {
        if (!retired.replacedBy().isEmpty()) {
            return ", replaced by " + String.join(", ", retired.replacedBy());
        }
        return retired.consider().isEmpty() ? "" : ", consider " + String.join(", ", retired.consider());
    }

    private static String used(long artifacts) {
        return artifacts == 0 ? "" : "; labels " + artifacts + (artifacts == 1 ? " artifact" : " artifacts");
    }

    private static Object json(UpdateReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("added", report.added());
        map.put("renamed", report.renamed().stream().map(UpdateCommand::json).toList());
        map.put("retired", report.retired().stream().map(UpdateCommand::json).toList());
        map.put("moved", report.moved().stream().map(UpdateCommand::json).toList());
        return map;
    }

    private static Map<String, Object> json(UpdateReport.Renamed renamed) {
        var map = new LinkedHashMap<String, Object>();
        map.put("uid", renamed.term().uid());
        map.put("name", renamed.term().name());
        map.put("new_name", renamed.newName());
        map.put("artifacts", renamed.artifacts());
        return map;
    }

    private static Map<String, Object> json(UpdateReport.Retired retired) {
        var map = new LinkedHashMap<String, Object>();
        map.put("uid", retired.term().uid());
        map.put("name", retired.term().name());
        map.put("replaced_by", retired.replacedBy());
        map.put("consider", retired.consider());
        map.put("artifacts", retired.artifacts());
        return map;
    }

    private static Map<String, Object> json(UpdateReport.Moved moved) {
        var map = new LinkedHashMap<String, Object>();
        map.put("uid", moved.term().uid());
        map.put("name", moved.term().name());
        map.put("gained", moved.gained().stream().sorted().toList());
        map.put("lost", moved.lost().stream().sorted().toList());
        return map;
    }
}
