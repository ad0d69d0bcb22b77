package lamin.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.Version;
import lamin.cli.command.Masked;
import lamin.run.RunContext;
import lamin.run.RunOptions;
import lamin.run.TransformSpec;
import lamin.settings.Environment;

/** What is recorded of a command before it runs. */
record RunDescription(
        Environment environment, List<String> command, TransformOption transform, List<String> recordedVariables) {

    private static final Pattern INTERPRETER = Pattern.compile(
            "(python|pypy|ruby|perl|node|julia|lua)[0-9.]*|Rscript|R|sh|bash|zsh|dash|ksh|java|jshell|groovy|nextflow|snakemake|make");

    RunOptions options() {
        return new RunContext(Version.CURRENT, environment)
                .inProcess(executed(), recordedVariables)
                .withName(transform.name)
                .withParameters(transform.parameters())
                .withArguments(line());
    }

    /** The command without passwords in URLs. */
    private String line() {
        return command.stream().map(Masked::text).collect(Collectors.joining(" "));
    }

    private TransformSpec executed() {
        var script = script();
        if (script.isPresent()) {
            return TransformSpec.script(script.get(), transform.key);
        }
        var program = Path.of(command.getFirst()).getFileName().toString();
        return TransformSpec.named(transform.key == null ? program : transform.key);
    }

    /** The script that runs: the program itself, or the first file that is passed to an interpreter. */
    private Optional<Path> script() {
        var program = Path.of(command.getFirst()).getFileName().toString();
        var words = INTERPRETER.matcher(program).matches() ? command.subList(1, command.size()) : command.subList(0, 1);
        return words.stream()
                .filter(word -> !word.startsWith("-"))
                .map(word -> environment.workingDirectory().resolve(word))
                .filter(Files::isRegularFile)
                .findFirst()
                .filter(file -> TransformSpec.script(file, null).source() != null);
    }
}
