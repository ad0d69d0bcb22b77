package lamin.cli.bionty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.ontology.registry.Inspection;
import lamin.ontology.registry.Inspection.Inspected;
import lamin.schema.ErrorCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says which values are terms. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Say which values are names of terms in a registry, and what the others may be.",
            "A value is valid if it is a name, letter for letter. Others may be a name in other letter case, a synonym, a term of"
                    + " the source that the registry does not have, or unknown."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all values are valid", "2:there is no such registry or column", "4:some values are not valid"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty validate CellType \"T cell\" \"B-cell\"",
            "  lamin bionty validate CellType --table cells.csv --column cell_type --json"
        })
final class ValidateCommand extends LaminCommand {
    @Mixin
    private RegistryParameter registry = new RegistryParameter();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "VALUE", description = "The values.")
    private List<String> values = new ArrayList<>();

    @Mixin
    private ValuesOption table = new ValuesOption();

    @Mixin
    private SourceOption source = new SourceOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var wanted = table.read(session(), values);
            var terms = source.termsIfHere(session(), opened, registry.name());
            var inspection = registry.of(opened).inspect(wanted, terms);
            session().print(json.isWanted(), () -> json(inspection), () -> text(inspection));
            return inspection.isValid() ? OK : ErrorCode.REFUSED.exitCode();
        }
    }

    private static List<String> text(Inspection inspection) {
        var lines = new ArrayList<String>();
        inspection.values().forEach(value -> lines.add(text(value)));
        lines.add("%,d of %,d values are valid"
                .formatted(
                        inspection.of(Inspection.Kind.VALIDATED).size(),
                        inspection.values().size()));
        return lines;
    }

    private static String text(Inspected value) {
        return value.value() + ": "
                + switch (value.kind()) {
                    case VALIDATED -> "valid";
                    case OTHER_CASE -> "in other letter case: " + value.name();
                    case SYNONYM -> "a synonym of " + value.name();
                    case IN_SOURCE -> "in the source, not in the registry: " + value.name();
                    case UNKNOWN ->
                        "unknown"
                                + (value.similar().isEmpty() ? "" : ", similar: " + String.join(", ", value.similar()));
                };
    }

    private static Object json(Inspection inspection) {
        return inspection.values().stream().map(ValidateCommand::json).toList();
    }

    private static Map<String, @Nullable Object> json(Inspected value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("value", value.value());
        map.put("kind", value.kind().name().toLowerCase(Locale.ROOT));
        map.put("name", value.name());
        map.put("similar", value.similar());
        return map;
    }
}
