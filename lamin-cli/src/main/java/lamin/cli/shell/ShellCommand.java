package lamin.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs Java with an instance open. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = {
            "Start JShell with an instance open. 'lamin' and 'instance' are variables; the API and the registries of the"
                    + " mounted modules are imported.",
            "With -c, or without a terminal, snippets run until one fails, and their values are printed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all snippets ran",
            "1:a snippet failed",
            "3:migrations are pending",
            "6:this Java has no JShell"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin shell",
            "  lamin shell -c 'instance.schema().view()'",
            "  lamin shell -c 'instance.registry(ULabel.class).count()'",
            "  lamin shell < analysis.jsh"
        })
public final class ShellCommand extends LaminCommand {
    @Option(names = "-c", paramLabel = "CODE", description = "Run these snippets instead of starting a dialogue.")
    private @Nullable String code;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Override
    public Integer call() {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new LaminException(
                    ErrorCode.INCOMPATIBLE,
                    "this Java has no JShell",
                    new Advice("install a JDK, or name one in LAMIN_JAVA_HOME"));
        }
        var settings = session().instance(instance.name());
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var opened = session().lamin().open(settings)) {
            thread.setContextClassLoader(session().catalog().loader());
            SharedObjects.share(session().lamin(), opened, session().catalog().loader());
            run(Startup.of(opened, session().modulePath()));
        } finally {
            SharedObjects.clear();
            thread.setContextClassLoader(usual);
        }
        return OK;
    }

    private void run(Startup startup) {
        if (code == null && session().terminal().isInteractive()) {
            startup.welcome().forEach(session().err()::println);
            new Dialogue(startup).run();
        } else {
            new Script(startup, session().out())
                    .run(code == null ? read(session().in()) : code);
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read the snippets: " + e.getMessage(), e);
        }
    }
}
