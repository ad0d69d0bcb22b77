package lamin.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.ModuleConvention;

/**
 * The initial files of a new module, except its first migration.
 *
 * @param name the name of the module, such as {@code assay}
 * @param group the group id of its artifact
 * @param laminVersion the version of its parent
 */
public record ModuleTemplate(String name, String group, String laminVersion) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** The target path of each file, by resource name. */
    private static final Map<String, String> FILES = Map.of(
            "pom.xml", "pom.xml",
            "gitignore.txt", ".gitignore",
            "build.yml", ".github/workflows/build.yml",
            "README.md", "README.md",
            "CHANGELOG.md", "CHANGELOG.md",
            "package-info.java.txt", "src/main/java/lnschema_{name}/package-info.java",
            "Measurement.java.txt", "src/main/java/lnschema_{name}/Measurement.java",
            "MigrationTest.java.txt", "src/test/java/lnschema_{name}/MigrationTest.java");

    public ModuleTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "\"" + name + "\" is not a name of a module",
                    new Advice("write at most 30 lower-case letters and digits, a letter first, as in assay"));
        }
        if (ModuleConvention.isReserved(name) || name.equals(ModuleConvention.CORE)) {
            throw new LaminException(
                    ErrorCode.REFUSED, "the name " + name + " is reserved", new Advice("choose another name"));
        }
        if (!GROUP.matcher(group).matches()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "\"" + group + "\" is not a group id of Maven",
                    new Advice("write a name such as org.mylab"));
        }
    }

    void writeTo(Path project) throws IOException {
        for (var file : FILES.entrySet()) {
            var target = project.resolve(filledIn(file.getValue()));
            Files.createDirectories(target.getParent());
            Files.writeString(target, filledIn(text(file.getKey())));
        }
    }

    private String filledIn(String text) {
        return text.replace("{name}", name).replace("{group}", group).replace("{lamin}", laminVersion);
    }

    private static String text(String resource) {
        try (var stream = ModuleTemplate.class.getResourceAsStream("template/" + resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
