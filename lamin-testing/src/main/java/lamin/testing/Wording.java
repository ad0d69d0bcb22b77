package lamin.testing;

import lamin.schema.Remedy;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.MergeHeads;

/** Words remedies for a module's build log: its readers use the command line and need only two of its commands. */
final class Wording {
    private Wording() {}

    static String of(Remedy remedy) {
        if (remedy instanceof GenerateMigration) {
            return "first: lamin migrate generate";
        }
        return remedy instanceof MergeHeads ? "merge the heads: lamin migrate merge" : remedy.describe();
    }
}
