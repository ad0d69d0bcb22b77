package lamin.cli.bionty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.ontology.source.Sources;
import lamin.ontology.source.StoredSource;
import lamin.table.TextTable;
import lamin.table.TextTable.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the sources of terms. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "List the sources of terms, and whether their files are on this machine.",
            "The files are looked for in the cache of Python's bionty ($BIONTY_ROOT_DIR), in lamin's own, and in the jars of modules."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin bionty sources", "  lamin bionty sources CellType --json"})
final class SourcesCommand extends LaminCommand {
    private static final List<Column> COLUMNS = List.of(
            new Column("registry", false),
            new Column("source", false),
            new Column("version", false),
            new Column("organism", false),
            new Column("used", false),
            new Column("in database", false),
            new Column("file", false),
            new Column("description", true));

    @Parameters(index = "0", arity = "0..1", paramLabel = "REGISTRY", description = "Only those of this registry.")
    private @Nullable String registry;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var sources = opened.sources();
            var wanted = registry == null ? null : RegistryParameter.name(registry);
            var listed = sources.list().stream()
                    .filter(source -> wanted == null || source.entity().equals(wanted))
                    .toList();
            session().print(json.isWanted(), () -> json(sources, listed), () -> text(sources, listed));
        }
        return OK;
    }

    private List<String> text(Sources sources, List<StoredSource> listed) {
        if (listed.isEmpty()) {
            return List.of("no source");
        }
        var rows = listed.stream()
                .map(source -> List.of(
                        source.entity(),
                        source.name(),
                        source.version(),
                        source.organism(),
                        mark(source.isCurrentlyUsed()),
                        mark(source.isInDatabase()),
                        sources.isHere(source) ? "here" : "",
                        source.description() == null ? "" : source.description()))
                .toList();
        return new TextTable(COLUMNS, rows).lines(session().width());
    }

    private static String mark(boolean isSet) {
        return isSet ? "yes" : "";
    }

    private static Object json(Sources sources, List<StoredSource> listed) {
        return listed.stream().map(source -> json(sources, source)).toList();
    }

    private static Map<String, @Nullable Object> json(Sources sources, StoredSource source) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("uid", source.uid());
        map.put("registry", source.entity());
        map.put("source", source.name());
        map.put("version", source.version());
        map.put("organism", source.organism());
        map.put("currently_used", source.isCurrentlyUsed());
        map.put("in_db", source.isInDatabase());
        map.put("here", sources.isHere(source));
        map.put("url", source.url());
        return map;
    }
}
