package lamin.testing;

import lamin.schema.Remedy;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.MergeHeads;

/** Remedies in the words of a module's build log: its readers have the command line, and need two commands of it. */
final class Wording {
    private Wording() {}

    static String of(Remedy remedy) {
        if (remedy instanceof GenerateMigration) {
            return "first: lamin migrate generate";
        }
        return remedy instanceof MergeHeads ? "merge the heads: lamin migrate merge" : remedy.describe();
    }
}
