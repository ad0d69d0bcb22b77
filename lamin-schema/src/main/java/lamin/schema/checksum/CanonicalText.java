package lamin.schema.checksum;

import java.util.List;
import lamin.schema.model.Owner;
import lamin.schema.operation.Operation;

/** A migration as its checksum reads it: a line of JSON for each operation. */
final class CanonicalText {
    /** The name of this form; another form gets another name. */
    static final String FORMAT = "c2";

    private CanonicalText() {}

    static String of(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        var out = new StringBuilder(FORMAT).append("\nupgrade\n");
        lines(out, owner, upgrade);
        out.append("downgrade\n");
        lines(out, owner, downgrade);
        return out.toString();
    }

    private static void lines(StringBuilder out, Owner owner, List<Operation> operations) {
        var writer = new OperationWriter(out, owner);
        for (var operation : operations) {
            writer.write(operation);
            out.append('\n');
        }
    }
}
