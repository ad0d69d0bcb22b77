package lamin.cli.schema;

import java.util.List;
import java.util.Locale;
import lamin.InstanceSchema;
import lamin.SchemaView;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the tables of an instance by module. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        description = "Print the tables of an instance by module: columns, types, keys and references.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin schema view",
            "  lamin schema view --module bionty --tables",
            "  lamin schema view --open",
            "  lamin schema view --json"
        })
final class ViewCommand extends LaminCommand {
    @Option(names = "--module", paramLabel = "MODULE", description = "Only the tables of this module.")
    private @Nullable String module;

    @Option(names = "--tables", description = "Only the names of tables.")
    private boolean tables;

    @Option(names = "--open", description = "Open a picture of the tables in the desktop's viewer.")
    private boolean open;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(instance.name());
        var schema = session().lamin().schema(settings);
        if (open) {
            var graph = schema.graph();
            var picture = module == null ? graph : graph.module(module);
            session().print(json.isWanted(), () -> List.of(), () -> List.of());
            Desktop.of(session().environment()).open(picture, settings.slug());
            return OK;
        }
        var view = view(schema);
        session().print(json.isWanted(), () -> SchemaJson.of(view), () -> List.of(view.toString()));
        return OK;
    }

    private SchemaView view(InstanceSchema schema) {
        var view = schema.view();
        refuseUnknownModule(view);
        return view.withModule(module)
                .withTablesOnly(tables)
                .withColour(session().isColoured());
    }

    private void refuseUnknownModule(SchemaView view) {
        var known = view.model().tables().stream()
                .map(Table::module)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (module != null && !known.contains(module)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "no tables of module " + module.toLowerCase(Locale.ROOT) + "; there are tables of "
                            + String.join(", ", known));
        }
    }
}
