package lamin.settings;

import java.nio.file.Path;

/** The source of a schema module added by the user. */
public sealed interface ModuleSource {

    /** A project folder, used from source. */
    record Folder(Path path) implements ModuleSource {}

    record Jar(Path path) implements ModuleSource {}

    /** Maven coordinates. */
    record Artifact(String groupId, String artifactId, String version) implements ModuleSource {
        @Override
        public String toString() {
            return groupId + ":" + artifactId + ":" + version;
        }
    }
}
