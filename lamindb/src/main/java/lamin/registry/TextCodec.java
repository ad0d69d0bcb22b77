package lamin.registry;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import lamin.schema.internal.sql.UtcText;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** The format in which a text column stores a time. */
enum TextCodec {
    UTC(Instant.class) {
        @Override
        <X> String write(X value, JavaType<X> type, WrapperOptions options) {
            return UtcText.format(
                    switch (value) {
                        // neither has a zone; Hibernate would assume the JVM's
                        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                        case Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC);
                        default -> type.unwrap(value, Instant.class, options);
                    });
        }

        @Override
        <X> X read(String text, JavaType<X> type, WrapperOptions options) {
            var instant = UtcText.parse(text);
            return type.getJavaTypeClass() == LocalDateTime.class
                    ? type.wrap(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), options)
                    : type.wrap(instant, options);
        }
    },

    ISO_DATE(LocalDate.class) {
        @Override
        <X> String write(X value, JavaType<X> type, WrapperOptions options) {
            return type.unwrap(value, LocalDate.class, options).toString();
        }

        @Override
        <X> X read(String text, JavaType<X> type, WrapperOptions options) {
            return type.wrap(LocalDate.parse(text), options);
        }
    };

    private final Class<?> preferred;

    TextCodec(Class<?> preferred) {
        this.preferred = preferred;
    }

    /** The default Java type of such a column. */
    Class<?> preferred() {
        return preferred;
    }

    abstract <X> String write(X value, JavaType<X> type, WrapperOptions options);

    abstract <X> X read(String text, JavaType<X> type, WrapperOptions options);
}
