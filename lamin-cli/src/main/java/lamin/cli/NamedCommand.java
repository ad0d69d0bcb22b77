package lamin.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.cli.command.CommandRoot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Builds only the command that the arguments name, directly below the root. Building the model of all commands would
 * take a third of the time of a short command.
 */
final class NamedCommand {
    private NamedCommand() {}

    /** Empty if the arguments name no command or ask for help on others: then all commands are needed. */
    static Optional<CommandLine> of(CommandRoot root, String... arguments) {
        return below(root.getClass(), List.of(arguments)).map(found -> group(root.getClass(), root, found));
    }

    private static Optional<CommandLine> below(Class<?> group, List<String> arguments) {
        return arguments.isEmpty()
                ? Optional.empty()
                : Stream.of(annotation(group).subcommands())
                        .filter(type -> isCalled(type, arguments.getFirst()) && type != HelpCommand.class)
                        .findFirst()
                        .flatMap(type -> command(type, arguments.subList(1, arguments.size())));
    }

    private static Optional<CommandLine> command(Class<?> type, List<String> arguments) {
        return annotation(type).subcommands().length == 0
                ? Optional.of(new CommandLine(type))
                : below(type, arguments).map(found -> group(type, type, found));
    }

    /** The rest of its annotation is not needed: the group only leads to the command below it. */
    private static CommandLine group(Class<?> type, Object userObject, CommandLine below) {
        var spec = CommandSpec.wrapWithoutInspection(userObject)
                .name(annotation(type).name());
        spec.addSubcommand(below.getCommandName(), below);
        return new CommandLine(spec);
    }

    private static boolean isCalled(Class<?> type, String word) {
        var command = annotation(type);
        return command.name().equals(word) || List.of(command.aliases()).contains(word);
    }

    private static Command annotation(Class<?> type) {
        return type.getAnnotation(Command.class);
    }
}
