package lamin.authoring;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;

/**
 * A migration to be written.
 *
 * @param hibernate the version of Hibernate that has read the entities; empty if none has
 */
public record MigrationDraft(
        String rootPackage,
        Owner owner,
        LocalDate date,
        String id,
        List<String> down,
        List<String> dependsOn,
        List<Operation> upgrade,
        List<Operation> downgrade,
        String hibernate) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public MigrationDraft {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** The next migration of a module, with a new revision id. */
    public static MigrationDraft next(
            Comparison comparison,
            LocalDate date,
            Collection<String> dependsOn,
            List<Operation> upgrade,
            List<Operation> downgrade) {
        var module = comparison.module();
        var head = comparison.chain().head();
        return new MigrationDraft(
                module.rootPackage(),
                module.owner(),
                date,
                newId(),
                head.isEmpty() ? List.of() : List.of(head),
                List.copyOf(dependsOn),
                upgrade,
                downgrade,
                comparison.model().hibernate());
    }

    private static String newId() {
        var bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** {@code V2023_02_16_dd2b4a9499f2_vx_x_x}. */
    public String className() {
        return String.format(
                Locale.ROOT,
                "V%04d_%02d_%02d_%s_vx_x_x",
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                id);
    }
}
