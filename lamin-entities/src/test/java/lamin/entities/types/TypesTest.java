package lamin.entities.types;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import lamin.entities.Lab;
import lamin.schema.model.Constraint.CheckConstraint;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flag|bool",
                "tiny|int16",
                "small|int16",
                "whole|int32",
                "large|int64",
                "single|float32",
                "twofold|float64",
                "amount|decimal(38, 2)",
                "price|decimal(10, 4)",
                "name|string(255)",
                "code|string(12)",
                "letter|char(1)",
                "essay|text",
                "essay_long|text",
                "longest|string(32599)",
                "content|bytes",
                "day|date",
                "hour|time",
                "local|timestamp",
                "moment|timestamptz",
                "offset|timestamptz",
                "uid|uuid",
                "document|json",
                "document_text|json",
                "phase|string(255)",
                "ordinal|int16",
                "implied|int16",
                "converted|string(255)",
            })
    void a_java_type_has_a_column_type(String column, String type) {
        assertThat(Lab.table("lab_everything", Everything.class)
                        .column(column)
                        .orElseThrow()
                        .type()
                        .display())
                .isEqualTo(type);
    }

    @Test
    void only_an_enum_stored_by_name_has_a_check_of_its_constants_in_written_order() {
        assertThat(Lab.table("lab_everything", Everything.class).checks())
                .containsExactly(
                        new CheckConstraint("lab_everything_phase_enum", "phase in ('SOLID', 'LIQUID', 'GAS')"));
    }
}

@Entity
class Everything {
    @Id
    long id;

    boolean flag;
    byte tiny;
    short small;
    int whole;
    Long large;
    float single;
    Double twofold;
    BigDecimal amount;

    @Column(precision = 10, scale = 4)
    BigDecimal price;

    String name;

    @Column(length = 12)
    String code;

    char letter;

    @Column(length = Length.LONG32)
    String essay;

    @Column(length = Length.LONG)
    String essayLong;

    @Column(length = 32_599)
    String longest;

    byte[] content;
    LocalDate day;
    LocalTime hour;
    LocalDateTime local;
    Instant moment;
    OffsetDateTime offset;
    UUID uid;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Integer> document;

    @JdbcTypeCode(SqlTypes.JSON)
    String documentText;

    @Enumerated(EnumType.STRING)
    Phase phase;

    @Enumerated(EnumType.ORDINAL)
    Phase ordinal;

    Phase implied;

    @Convert(converter = PhaseConverter.class)
    Phase converted;
}

enum Phase {
    SOLID,
    LIQUID,
    GAS
}

@Converter
class PhaseConverter implements AttributeConverter<Phase, String> {
    @Override
    public String convertToDatabaseColumn(Phase phase) {
        return phase.name();
    }

    @Override
    public Phase convertToEntityAttribute(String name) {
        return Phase.valueOf(name);
    }
}
