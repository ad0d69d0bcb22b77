package lamin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lamin.cli.command.Session;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The help page of each command, and the version. The build writes them to files that {@code bin/lamin} prints without
 * starting a JVM: {@code lamin-migrate-check.txt} for {@code lamin migrate check --help}, and
 * {@code lamin-migrate-check.ansi} in colour.
 */
record HelpPages(Map<String, String> files) {
    private static final String VERSION = "version.txt";

    HelpPages {
        files = Map.copyOf(files);
    }

    public static void main(String[] arguments) throws IOException {
        of(Main.commandLine(Session.ofProcess())).write(Path.of(arguments[0]));
    }

    static HelpPages of(CommandLine root) {
        var files = new TreeMap<String, String>();
        add(files, root.getCommandName(), root);
        files.put(VERSION, String.join("\n", root.getCommandSpec().version()) + "\n");
        return new HelpPages(files);
    }

    /** One page for each name of a command, including aliases. */
    private static void add(Map<String, String> files, String name, CommandLine command) {
        files.put(name + ".txt", text(command, Ansi.OFF));
        files.put(name + ".ansi", text(command, Ansi.ON));
        command.getSubcommands().forEach((word, below) -> add(files, name + "-" + word, below));
    }

    private static String text(CommandLine command, Ansi ansi) {
        return command.getUsageMessage(ansi).replace(System.lineSeparator(), "\n");
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
