package lamin.cli.data;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.artifact.StoredArtifact;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints where an artifact is, or copies it. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Print the path of an artifact's file or folder, or copy it.",
            "A key, or a uid without its last four characters, names the latest version."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  head \"$(lamin get datasets/counts.csv)\"",
            "  lamin get datasets/counts.csv --output counts.csv",
            "  lamin get GLaWHIH8E5ZQA5Lt0001 --json"
        })
public final class GetCommand extends LaminCommand {
    @Parameters(paramLabel = "KEY|UID", description = "The key or the uid of the artifact.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "Copy it there; an existing file is not replaced.")
    private @Nullable Path output;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var artifact = opened.artifacts().get(name);
            var path = opened.artifacts().path(artifact);
            var result = output == null
                    ? path
                    : copy(path, session().environment().workingDirectory().resolve(output));
            session().print(json.isWanted(), () -> json(artifact, result), () -> List.of(result.toString()));
        }
        return OK;
    }

    private static Path copy(Path source, Path target) {
        try (var files = Files.walk(source)) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
            return target;
        } catch (FileAlreadyExistsException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    e.getFile() + " already exists\nnothing of it was replaced",
                    new Advice("choose another path"));
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot copy " + source + ": " + e.getMessage(), e);
        }
    }

    private static Object json(StoredArtifact artifact, Path path) {
        var map = new LinkedHashMap<String, Object>(ArtifactText.json(artifact));
        map.put("local_path", path.toString());
        return map;
    }
}
