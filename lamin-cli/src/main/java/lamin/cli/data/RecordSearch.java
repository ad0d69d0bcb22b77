package lamin.cli.data;

import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that finds records of a registry by words. */
public abstract class RecordSearch extends LaminCommand {
    private static final int MOST = 20;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The words, which must all occur.")
    private String text = "";

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private RecordFormat format = new RecordFormat();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    /** The registry, which is the parameter before the words. */
    protected abstract String registry();

    @Override
    public final Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            format.print(
                    session(),
                    json,
                    opened.search(registry(), text).limit(limit.most(MOST)).list());
        }
        return OK;
    }
}
