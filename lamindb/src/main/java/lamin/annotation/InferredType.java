package lamin.annotation;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import lamin.feature.Dtype;
import lamin.feature.Dtype.Simple;
import lamin.feature.SimpleText;
import lamin.label.StoredLabel;

/** Infers the type of a feature that is created for a value. */
final class InferredType {
    private InferredType() {}

    /** The type of the first value; integers beside other numbers are numbers. */
    static Dtype of(List<Object> values) {
        var types = values.stream().map(InferredType::of).distinct().toList();
        if (types.size() == 1) {
            return types.getFirst();
        }
        return List.<Dtype>of(Simple.INT, Simple.FLOAT).containsAll(types) ? Simple.FLOAT : Simple.STR;
    }

    private static Dtype of(Object value) {
        return switch (value) {
            case StoredLabel label -> Dtype.category(label.registry());
            case CharSequence text -> SimpleText.typeOf(text.toString());
            case Boolean ignored -> Simple.BOOL;
            case Byte ignored -> Simple.INT;
            case Short ignored -> Simple.INT;
            case Integer ignored -> Simple.INT;
            case Long ignored -> Simple.INT;
            case BigInteger ignored -> Simple.INT;
            case Number ignored -> Simple.FLOAT;
            case LocalDate ignored -> Simple.DATE;
            case LocalDateTime ignored -> Simple.DATETIME;
            case Instant ignored -> Simple.DATETIME_UTC;
            case OffsetDateTime ignored -> Simple.DATETIME_UTC;
            case ZonedDateTime ignored -> Simple.DATETIME_UTC;
            case Map<?, ?> ignored -> Simple.DICT;
            case Path ignored -> Simple.PATH;
            default -> Simple.STR;
        };
    }
}
