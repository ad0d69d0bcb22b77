package lamin.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small module project in a temporary folder. */
record TestProject(Path directory) {
    static final String OWN_VERSION = "<groupId>org.example</groupId><version>0.1.0</version>";

    static TestProject create(Path directory) throws IOException {
        var project = new TestProject(directory);
        project.write("pom.xml", pom(OWN_VERSION, ""));
        project.source("package-info", "package lnschema_assay;");
        project.source("Notebook", "package lnschema_assay; public class Notebook { public String v; }");
        return project;
    }

    static String pom(String version, String dependencies) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  <artifactId>lnschema-assay</artifactId>
                  <dependencies>
                    %s
                  </dependencies>
                </project>
                """.formatted(version, dependencies);
    }

    static String dependency(String groupId, String artifactId, String version, String scope) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope></dependency>"
                .formatted(groupId, artifactId, version, scope);
    }

    Path write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    Path source(String simpleName, String text) throws IOException {
        return write("src/main/java/lnschema_assay/" + simpleName + ".java", text);
    }

    ModuleProject module() {
        return ModuleProject.find(directory).orElseThrow();
    }
}
