package lamin.schema.internal.checksum;

import java.util.List;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;

/** The canonical form of a migration, over which its checksum is computed: one line of JSON per operation. */
final class CanonicalText {
    /** The name of this form; a different form gets a different name. */
    static final String FORMAT = "c2";

    private CanonicalText() {}

    static String of(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        return ofUpgrade(owner, upgrade) + lines(owner, downgrade);
    }

    /** The text of a migration without its downgrade, which is the beginning of the full text. */
    static String ofUpgrade(Owner owner, List<Operation> upgrade) {
        return FORMAT + "\nupgrade\n" + lines(owner, upgrade) + "downgrade\n";
    }

    static String lines(Owner owner, List<Operation> operations) {
        var out = new StringBuilder();
        var writer = new OperationWriter(out, owner);
        for (var operation : operations) {
            writer.write(operation);
            out.append('\n');
        }
        return out.toString();
    }
}
