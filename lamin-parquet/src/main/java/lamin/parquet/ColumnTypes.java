package lamin.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.schema.SchemaNode;
import dev.hardwood.schema.SchemaNode.GroupNode;
import dev.hardwood.schema.SchemaNode.PrimitiveNode;
import java.util.Optional;
import lamin.feature.Dtype;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.tablefile.ColumnType;
import org.jspecify.annotations.Nullable;

/** The types of Parquet's columns as types of features. */
final class ColumnTypes {
    private ColumnTypes() {}

    static ColumnType of(SchemaNode node) {
        if (node instanceof PrimitiveNode primitive && primitive.logicalType() instanceof LogicalType.NullType) {
            // no cell has a value
            return ColumnType.TEXT;
        }
        return dtype(node).<ColumnType>map(ColumnType.Values::new).orElseGet(() -> new ColumnType.Other(name(node)));
    }

    private static Optional<Dtype> dtype(SchemaNode node) {
        return switch (node) {
            case PrimitiveNode primitive
            when isRepeated(primitive) -> element(primitive).map(ListOf::new);
            case PrimitiveNode primitive -> element(primitive);
            case GroupNode group
            when group.isList() -> {
                var element = group.getListElement();
                yield element == null ? Optional.empty() : listElement(element).map(ListOf::new);
            }
            case GroupNode group when group.isStruct() && !isRepeated(group) -> Optional.of(Simple.DICT);
            case GroupNode ignored -> Optional.empty();
        };
    }

    /** In the older of the two notations of a list, its element is repeated. */
    private static Optional<Dtype> listElement(SchemaNode element) {
        return element instanceof PrimitiveNode primitive ? element(primitive) : dtype(element);
    }

    private static boolean isRepeated(SchemaNode node) {
        return node.repetitionType() == RepetitionType.REPEATED;
    }

    private static Optional<Dtype> element(PrimitiveNode node) {
        return Optional.ofNullable(node.logicalType() == null ? physical(node) : logical(node.logicalType()));
    }

    private static @Nullable Dtype physical(PrimitiveNode node) {
        return switch (node.type()) {
            case BOOLEAN -> Simple.BOOL;
            case INT32, INT64 -> Simple.INT;
            case FLOAT, DOUBLE -> Simple.FLOAT;
            // the times of Hive and of older versions of Spark
            case INT96 -> Simple.DATETIME;
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> null;
        };
    }

    private static @Nullable Dtype logical(LogicalType type) {
        return switch (type) {
            case LogicalType.StringType ignored -> Simple.STR;
            case LogicalType.EnumType ignored -> Simple.STR;
            case LogicalType.JsonType ignored -> Simple.STR;
            case LogicalType.IntType ignored -> Simple.INT;
            case LogicalType.Float16Type ignored -> Simple.FLOAT;
            case LogicalType.DateType ignored -> Simple.DATE;
            case LogicalType.TimestampType time -> time.isAdjustedToUTC() ? Simple.DATETIME_UTC : Simple.DATETIME;
            case LogicalType.DecimalType ignored -> null;
            case LogicalType.TimeType ignored -> null;
            case LogicalType.IntervalType ignored -> null;
            case LogicalType.UuidType ignored -> null;
            case LogicalType.BsonType ignored -> null;
            case LogicalType.ListType ignored -> null;
            case LogicalType.MapType ignored -> null;
            case LogicalType.VariantType ignored -> null;
            case LogicalType.GeometryType ignored -> null;
            case LogicalType.GeographyType ignored -> null;
            case LogicalType.NullType ignored -> null;
        };
    }

    /** As Parquet calls it. */
    private static String name(SchemaNode node) {
        return switch (node) {
            case PrimitiveNode primitive ->
                primitive.logicalType() == null
                        ? primitive.type().toString()
                        : primitive.logicalType().toString();
            case GroupNode group
            when group.isList() -> group.getListElement() == null ? "LIST" : "LIST of " + name(group.getListElement());
            case GroupNode group when group.isMap() -> "MAP";
            case GroupNode group ->
                group.logicalType() == null ? "repeated group" : String.valueOf(group.logicalType());
        };
    }
}
