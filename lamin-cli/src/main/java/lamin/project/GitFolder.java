package lamin.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamin.run.Git;

/** The folder of a module project in a git repository. */
public record GitFolder(Path folder) {
    /** The uncommitted changes, as git lists them; empty without git or outside a repository. */
    public Optional<List<String>> changes() {
        return new Git(folder).lines("status", "--porcelain", "--untracked-files=all", "--", ".", ":(exclude)target");
    }
}
