package lamin.maven;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lamin.cli.command.Caller;
import lamin.cli.command.ModulePath;
import lamin.schema.Notices;
import lamin.settings.Environment;

/** Maven as the caller of commands: it has compiled the modules, and keeps a failure until the goal ends. */
final class MavenCaller implements Caller {
    private final Supplier<ModulePath> modules;
    private final List<String> qualifier;
    private String failure = "";

    /**
     * @param modules asked again after a command has edited sources
     * @param qualifier options without which an advised option would be meant for other modules too
     */
    MavenCaller(Supplier<ModulePath> modules, List<String> qualifier) {
        this.modules = modules;
        this.qualifier = List.copyOf(qualifier);
    }

    @Override
    public ModulePath modulePath(Environment environment, Notices notices) {
        return modules.get();
    }

    @Override
    public String command(List<String> arguments) {
        return MavenWords.isGoal(arguments)
                ? Caller.super.option(MavenWords.command(arguments))
                : Caller.super.command(arguments);
    }

    @Override
    public String option(List<String> words) {
        var all = new ArrayList<>(qualifier);
        all.addAll(words);
        return Caller.super.option(MavenWords.properties(all));
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
