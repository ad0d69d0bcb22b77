package lamin.cli.data;

import java.util.ArrayList;
import java.util.List;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.find.RecordQuery;
import lamin.find.Records;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the records of a registry. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List the records of a registry, the newest first.",
            "At most 20, unless --limit says otherwise. A registry is named artifact or bionty.celltype. Old versions"
                    + " and the trash are left out.",
            "Conditions: = != < <= > >= ~ (contains) ^= (starts with) like, in a,b, is null; columns of other records"
                    + " are created_by.handle or ulabels.name.",
            "Exit codes: 0 also if there are none; 2 unknown registry or column, or a value of another type"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin list",
            "  lamin list artifact -f suffix=.csv -f 'size>1000' --order -size",
            "  lamin list artifact -f ulabels.name=treated --columns uid,key,created_by.handle",
            "  lamin list bionty.celltype -f 'name~T cell' --csv"
        })
public final class ListCommand extends LaminCommand {
    private static final int MOST = 20;

    @Parameters(
            arity = "0..1",
            paramLabel = "REGISTRY",
            defaultValue = "artifact",
            description = "The registry; by default ${DEFAULT-VALUE}.")
    private String registry = "artifact";

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "CONDITION",
            description = "Only the records that meet it, such as key~counts; all of several.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--order",
            paramLabel = "COLUMN",
            split = ",",
            preprocessor = DescendingColumn.class,
            description = "Order by it; with a minus sign in front, in descending order.")
    private List<String> orders = new ArrayList<>();

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "These columns, separated by commas.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--all-versions", description = "Also records that are not the latest version.")
    private boolean allVersions;

    @Option(names = "--trash", description = "The records in the trash instead.")
    private boolean trash;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private RecordFormat format = new RecordFormat();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var query = query(opened.records(registry));
            var records = query.limit(limit.most(MOST)).list();
            format.print(session(), json, records);
            reportMore(query, records);
        }
        return OK;
    }

    private RecordQuery query(RecordQuery all) {
        var query = all.columns(columns.toArray(String[]::new));
        for (var filter : filters) {
            query = query.filter(filter);
        }
        for (var order : orders) {
            query = query.orderBy(order.strip());
        }
        query = allVersions ? query.allVersions() : query;
        return trash ? query.inTrash() : query;
    }

    private void reportMore(RecordQuery query, Records shown) {
        if (shown.size() < limit.most(MOST)) {
            return;
        }
        long more = query.count() - shown.size();
        if (more > 0) {
            session().notices().info("and " + more + " more: --limit " + (shown.size() + more));
        }
    }
}
