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
record RunDescription(Environment environment, List<String> command, TransformOption transform) {

    private static final Pattern INTERPRETER = Pattern.compile(
            "(python|pypy|ruby|perl|node|julia|lua)[0-9.]*|Rscript|R|sh|bash|zsh|dash|ksh|java|jshell|groovy|nextflow|snakemake|make");

    RunOptions options() {
        return new RunContext(Version.CURRENT, environment)
                .inProcess(executed(), transform.variables)
                .withName(transform.name)
                .withParameters(transform.parameters())
                .withArguments(line());
    }

    /** The command without passwords in URLs. */
    private String line() {
        return command.stream().map(Masked::text).collect(Collectors.joining(" "));
    }

    private TransformSpec executed() {
        return script().orElseGet(() -> TransformSpec.named(transform.key == null ? program() : transform.key));
    }

    /** The script that runs: the program itself, or the first file that is passed to an interpreter. */
    private Optional<TransformSpec> script() {
        var words =
                INTERPRETER.matcher(program()).matches() ? command.subList(1, command.size()) : command.subList(0, 1);
        return words.stream()
                .filter(word -> !word.startsWith("-"))
                .map(word -> environment.workingDirectory().resolve(word))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> TransformSpec.script(file, transform.key))
                .filter(script -> script.source() != null);
    }

    private String program() {
        return Path.of(command.getFirst()).getFileName().toString();
    }
}
