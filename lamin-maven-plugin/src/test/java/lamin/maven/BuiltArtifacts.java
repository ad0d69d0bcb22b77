package lamin.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import lamin.project.AuthorsMachine;

/** What this build has made, and the projects of teams that use it. */
final class BuiltArtifacts {
    private static final Path ROOT = Path.of("..");
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private BuiltArtifacts() {}

    /** A machine that has all artifacts in its local repository, as if they had been published. */
    static AuthorsMachine machine(String name) throws IOException {
        var machine = AuthorsMachine.create(name);
        var module = Pattern.compile("<module>([^<]+)</module>");
        install("lamin4j", ROOT, machine);
        for (var found : module.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .toList()) {
            install(found.group(1), ROOT.resolve(found.group(1)), machine);
        }
        return machine;
    }

    private static void install(String artifact, Path project, AuthorsMachine machine) throws IOException {
        var folder =
                Files.createDirectories(machine.repository().resolve(Path.of("io/github/lamin4j", artifact, VERSION)));
        Files.copy(project.resolve("pom.xml"), folder.resolve(artifact + "-" + VERSION + ".pom"));
        var jar = project.resolve("target/" + artifact + "-" + VERSION + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }
}
