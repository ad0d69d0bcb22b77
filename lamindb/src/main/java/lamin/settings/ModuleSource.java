package lamin.settings;

import java.nio.file.Path;

/** Where a schema module that a user added comes from. */
public sealed interface ModuleSource {

    /** A project, used from source. */
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
