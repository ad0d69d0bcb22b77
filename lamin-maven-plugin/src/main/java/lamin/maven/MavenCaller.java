package lamin.maven;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import lamin.cli.command.Caller;
import lamin.cli.command.ModulePath;
import lamin.maven.BuiltProject.Module;
import lamin.schema.Notices;
import lamin.settings.Environment;

/** Maven as the caller of commands: it has compiled the module, and keeps a failure until the goal ends. */
final class MavenCaller implements Caller {
    private final Module module;
    private final boolean isOneOfSeveral;
    private final Runnable compilation;
    private boolean isCompiled = true;
    private String failure = "";

    /**
     * @param isOneOfSeveral whether the same goal runs on other modules too, for which an option is not meant
     * @param compilation compiles edited sources
     */
    MavenCaller(Module module, boolean isOneOfSeveral, Runnable compilation) {
        this.module = module;
        this.isOneOfSeveral = isOneOfSeveral;
        this.compilation = compilation;
    }

    /** A command that asks again has edited sources. */
    @Override
    public ModulePath modulePath(Environment environment, Notices notices) {
        if (!isCompiled) {
            compilation.run();
        }
        isCompiled = false;
        return ModulePath.of(module.compiled());
    }

    @Override
    public String command(List<String> arguments) {
        return MavenWords.isGoal(arguments)
                ? Caller.super.option(MavenWords.command(arguments))
                : Caller.super.command(arguments);
    }

    @Override
    public String option(List<String> words) {
        var properties = new ArrayList<String>();
        if (isOneOfSeveral) {
            properties.add("-Dlamin.module=" + module.name());
        }
        properties.addAll(MavenWords.properties(words));
        return Caller.super.option(properties);
    }

    @Override
    public void report(String text, PrintStream err) {
        failure = text;
    }

    /** Why the command failed; empty if it reported nothing but an exit code. */
    String failure() {
        return failure;
    }
}
