package lamin.cli.migrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.internal.alembic.AlembicExport;
import lamin.schema.internal.alembic.ExportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the migrations of modules for other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Export migrations of modules and their dependencies to another tool.",
            "For Alembic, each module becomes an environment that uses the same ledger as deploy."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "4:the folder holds other files"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate export --format alembic ./alembic",
            "  lamin migrate export --format alembic ./alembic --module core,bionty"
        })
final class ExportCommand extends LaminCommand {
    /** The tool that the migrations are written for. */
    private enum Format {
        ALEMBIC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--format", required = true, description = "The tool: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.ALEMBIC;

    @Mixin
    private ModulesOption modules = new ModulesOption();

    @Parameters(paramLabel = "DIR", description = "The folder; files of an earlier export in it are replaced.")
    private Path folder = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var chains = modules.wanted(session());
        var export = switch (format) {
            case ALEMBIC -> AlembicExport.of(chains);
        };
        var target = session().environment().workingDirectory().resolve(folder);
        new ExportFolder(target).write(export.files());
        session().print(json.isWanted(), () -> json(export), () -> text(export));
        return OK;
    }

    private Map<String, Object> json(AlembicExport export) {
        var map = new LinkedHashMap<String, Object>();
        map.put("folder", folder.toString());
        map.put("modules", export.modules());
        map.put("files", List.copyOf(export.files().keySet()));
        return map;
    }

    private List<String> text(AlembicExport export) {
        var lines = new ArrayList<String>();
        export.modules()
                .forEach(module ->
                        lines.add("alembic -c " + folder.resolve(module).resolve("alembic.ini") + " upgrade head"));
        return lines;
    }
}
