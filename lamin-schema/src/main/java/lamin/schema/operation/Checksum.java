package lamin.schema.operation;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the meaning of a migration changed: the SHA-256 of its operations in a canonical form, so that
 * formatting and comments do not count. What has its resting value (null, false, empty) is left out of the form: a later
 * version can add a component without changing the checksums of old scripts.
 */
public final class Checksum {
    /** Names the canonical form; another form gets another prefix. */
    private static final String FORMAT = "c1:";

    /** Asked anew, a class gives new accessors, each of which the JVM makes ready: a twelfth of a deploy of 500. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private Checksum() {}

    /**
     * What the ledger keeps of a migration. The way back may be written after the upgrade was applied, so the upgrade has a
     * checksum of its own as well.
     */
    public record Pair(String ofBoth, String ofUpgrade) {}

    public static String of(List<Operation> upgrade, List<Operation> downgrade) {
        return pair(upgrade, downgrade).ofBoth();
    }

    /** The checksum of both ways, and that of the upgrade alone. */
    public static Pair pair(List<Operation> upgrade, List<Operation> downgrade) {
        var there = canonical(upgrade);
        return new Pair(FORMAT + sha256(there + "\n" + canonical(downgrade)), FORMAT + sha256(there));
    }

    static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Record record -> canonical(record);
            case List<?> list -> list.stream().map(Checksum::canonical).collect(Collectors.joining(",", "[", "]"));
            case Class<?> type -> name(type);
            case String text -> JavaSource.literal(text.replace("\r\n", "\n"));
            default -> value.toString();
        };
    }

    /** A class inside a script without the script's name, which changes at release. */
    private static String name(Class<?> type) {
        return type.isMemberClass() ? type.getSimpleName() : type.getName();
    }

    private static String canonical(Record record) {
        var parts = COMPONENTS.get(record.getClass()).stream()
                .map(component -> part(component.getName(), valueOf(record, component)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(","));
        return record.getClass().getSimpleName() + "(" + parts + ")";
    }

    private static String part(String name, @Nullable Object value) {
        boolean resting =
                value == null || Objects.equals(value, false) || (value instanceof List<?> list && list.isEmpty());
        return resting ? "" : name + "=" + canonical(value);
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
