package lamin.cli.migrate;

import java.util.List;
import java.util.Map;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.rehearsal.Progress;
import lamin.rehearsal.Rehearsal;
import lamin.schema.ErrorCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries pending migrations on a copy of an instance. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Try the pending migrations on a copy of an instance and report their effects.",
            "The instance is only read. The copy is a file below TMPDIR, or a database",
            "lamin_test_... on the same server, and is removed at the end.",
            "While PostgreSQL copies a database, nobody can connect to it; if somebody",
            "is already connected, pg_dump and psql copy it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a deploy would work and lose nothing, or nothing is pending",
            "1:a migration fails",
            "4:values would be lost, or the rows do not fit a migration",
            "6:the database is ahead of the code"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate test", "  lamin migrate test --on anonymous/lab", "  lamin migrate test --json"})
final class TestCommand extends LaminCommand {
    @Option(
            names = "--on",
            paramLabel = "NAME",
            description = "The instance, as owner/name or name; by default the current one.")
    private @Nullable String name;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(name);
        var slug = settings.slug().toString();
        var rehearsal = session().lamin().rehearse(settings, progress());
        session()
                .print(
                        json.isWanted(),
                        () -> rehearsal
                                .map(done ->
                                        new RehearsalJson(slug, done, session().wording()).object())
                                .orElse(Map.of("instance", slug, "migrations", List.of())),
                        () -> rehearsal
                                .map(done ->
                                        new RehearsalText(slug, done, session().wording()).lines())
                                .orElse(List.of("nothing to deploy on " + slug)));
        return rehearsal
                        .map(Rehearsal::losses)
                        .filter(losses -> !losses.isEmpty())
                        .isPresent()
                ? ErrorCode.REFUSED.exitCode()
                : OK;
    }

    /** On terminals only: one line that is overwritten. */
    private Progress progress() {
        if (!session().terminal().isInteractive()) {
            return Progress.NONE;
        }
        var err = session().err();
        return (done, total) -> {
            err.print("\rcopied " + 100 * done / Math.max(total, 1) + " %" + (done == total ? "\n" : ""));
            err.flush();
        };
    }
}
