package lamin.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import dev.hardwood.schema.SchemaNode.GroupNode;
import dev.hardwood.schema.SchemaNode.PrimitiveNode;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of Parquet's cells in the types that {@link lamin.tablefile.TableRow#cell} promises. */
final class CellValues {
    private static final BigInteger UNSIGNED_LONGS = BigInteger.ONE.shiftLeft(Long.SIZE);

    private CellValues() {}

    /** @param value as hardwood decodes it */
    static @Nullable Object of(SchemaNode node, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> isUnsigned(node) ? Integer.toUnsignedLong(number) : number.longValue();
            case Long number ->
                number < 0 && isUnsigned(node) ? BigInteger.valueOf(number).add(UNSIGNED_LONGS) : number;
            case Float number -> number.doubleValue();
            case Instant time when isLocal(node) -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case PqList list -> list(node, list);
            case PqStruct struct -> struct((GroupNode) node, struct);
            case PqMap map -> map((GroupNode) node, map);
            default -> value;
        };
    }

    private static boolean isUnsigned(SchemaNode node) {
        return node instanceof PrimitiveNode primitive
                && primitive.logicalType() instanceof LogicalType.IntType type
                && !type.isSigned();
    }

    /** Times of 96 bits have no zone. */
    private static boolean isLocal(SchemaNode node) {
        return node instanceof PrimitiveNode primitive && primitive.type() == PhysicalType.INT96;
    }

    private static List<@Nullable Object> list(SchemaNode node, PqList list) {
        var element = node instanceof GroupNode group ? Objects.requireNonNull(group.getListElement()) : node;
        var items = new ArrayList<@Nullable Object>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(list.isNull(i) ? null : of(element, list.get(i)));
        }
        return items;
    }

    private static Map<String, @Nullable Object> struct(GroupNode node, PqStruct struct) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < node.children().size(); i++) {
            var field = node.children().get(i);
            fields.put(field.name(), struct.isNull(i) ? null : of(field, struct.getValue(i)));
        }
        return fields;
    }

    private static Map<@Nullable Object, @Nullable Object> map(GroupNode node, PqMap map) {
        var entries = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var entry : map.getEntries()) {
            entries.put(of(node.getMapKey(), entry.getKey()), of(node.getMapValue(), entry.getValue()));
        }
        return entries;
    }
}
