package mappings;

import jakarta.persistence.*;
import jakarta.persistence.Temporal;
import java.time.*;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

final class Times implements FeatureGroup {
    private static final Instant MORNING = Instant.parse("2026-12-01T10:15:30.123Z");
    private static final Instant EVENING = Instant.parse("2026-12-01T20:15:30Z");
    private static final OffsetDateTime OFFSET = OffsetDateTime.parse("2026-12-01T10:15:30+03:00");

    private static Calendar calendar(OffsetDateTime time) {
        return GregorianCalendar.from(time.atZoneSameInstant(ZoneId.systemDefault()));
    }

    @Override
    public void addTo(Features features) {
        features.group("Dates and times");
        features.value("`LocalDate`", TimeLocalDate.class, LocalDate.of(2026, 12, 1), LocalDate.of(1, 1, 1));
        features.value("`LocalTime`", TimeLocalTime.class, LocalTime.of(10, 15, 30), LocalTime.of(0, 0));
        features.value(
                "`LocalDateTime`",
                TimeLocalDateTime.class,
                LocalDateTime.of(2026, 12, 1, 10, 15, 30, 123000000),
                LocalDateTime.of(2026, 6, 1, 0, 0));
        features.value("`Instant`", TimeInstant.class, MORNING, EVENING);
        features.value("`Instant`, `@JdbcTypeCode(SqlTypes.TIMESTAMP)`", TimeInstantLocal.class, MORNING, EVENING);
        features.add(
                "`OffsetDateTime`",
                TimeOffset.class,
                s -> {
                    var row = new TimeOffset();
                    row.value = OFFSET;
                    return row;
                },
                row -> row.value.toInstant(),
                OFFSET.toInstant(),
                (s, row) -> row.value = OFFSET.plusHours(1),
                OFFSET.plusHours(1).toInstant());
        features.add(
                "`ZonedDateTime`",
                TimeZoned.class,
                s -> {
                    var row = new TimeZoned();
                    row.value = OFFSET.toZonedDateTime();
                    return row;
                },
                row -> row.value.toInstant(),
                OFFSET.toInstant(),
                (s, row) -> row.value = OFFSET.toZonedDateTime().plusHours(1),
                OFFSET.plusHours(1).toInstant());
        features.value("`OffsetDateTime`, `@TimeZoneStorage(COLUMN)`", TimeColumn.class, OFFSET, OFFSET.plusHours(1));
        features.value(
                "`OffsetDateTime`, `@TimeZoneStorage(NORMALIZE_UTC)`",
                TimeUtc.class,
                OFFSET.withOffsetSameInstant(ZoneOffset.UTC),
                OFFSET.plusHours(1).withOffsetSameInstant(ZoneOffset.UTC));
        features.add(
                "`OffsetDateTime`, `@TimeZoneStorage(NATIVE)`",
                TimeNative.class,
                s -> {
                    var row = new TimeNative();
                    row.value = OFFSET;
                    return row;
                },
                row -> row.value.toInstant(),
                OFFSET.toInstant(),
                (s, row) -> row.value = OFFSET.plusHours(1),
                OFFSET.plusHours(1).toInstant())
                .notOnSqlite("its driver does not read an offset");
        features.value("`OffsetTime`", TimeOffsetTime.class, OffsetTime.parse("10:15:30Z"), OffsetTime.parse("11:15:30Z"));
        features.value("`Duration`", TimeDuration.class, Duration.ofMinutes(90), Duration.ofDays(3));
        features.value("`Duration`, `@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)`", TimeInterval.class, Duration.ofMinutes(90), Duration.ofDays(3)).refused();
        features.value("`Year`", TimeYear.class, Year.of(2026), Year.of(1999));
        features.value("`ZoneOffset`", TimeZoneOffset.class, ZoneOffset.ofHours(3), ZoneOffset.UTC);
        features.value("`@Temporal(DATE) Date`", TimeTemporalDate.class, java.sql.Date.valueOf("2026-12-01"), java.sql.Date.valueOf("2026-12-02"));
        features.value(
                "`@Temporal(TIMESTAMP) Date`",
                TimeTemporal.class,
                java.sql.Timestamp.from(Instant.parse("2026-12-01T10:15:30Z")),
                java.sql.Timestamp.from(EVENING));
        features.add(
                "`Calendar`",
                TimeCalendar.class,
                s -> {
                    var row = new TimeCalendar();
                    row.value = calendar(OFFSET);
                    return row;
                },
                row -> row.value.toInstant(),
                OFFSET.toInstant(),
                (s, row) -> row.value = calendar(OFFSET.plusHours(1)),
                OFFSET.plusHours(1).toInstant());
        features.add(
                "`@CreationTimestamp`, `@UpdateTimestamp`",
                TimeStamps.class,
                s -> new TimeStamps(),
                row -> row.value + (row.created != null) + (row.updated != null),
                "atruetrue",
                (s, row) -> row.value = "b",
                "btruetrue");
        features.add(
                "`@CurrentTimestamp(source = DB)`",
                TimeCurrent.class,
                s -> new TimeCurrent(),
                row -> row.value + (row.created != null),
                "atrue",
                (s, row) -> row.value = "b",
                "btrue");
        features.add(
                "`@Version` `int`",
                TimeVersion.class,
                s -> new TimeVersion(),
                row -> row.value + row.version,
                "a0",
                (s, row) -> row.value = "b",
                "b1");
        features.add(
                "`@Version` `Instant`",
                TimeVersionInstant.class,
                s -> new TimeVersionInstant(),
                row -> row.value + (row.version != null),
                "atrue",
                (s, row) -> row.value = "b",
                "btrue");
    }
}

@Entity
class TimeStamps extends Row {
    String value = "a";

    @CreationTimestamp
    Instant created;

    @UpdateTimestamp
    LocalDateTime updated;
}

@Entity
class TimeCurrent extends Row {
    String value = "a";

    @CurrentTimestamp(source = SourceType.DB)
    Instant created;
}

@Entity
class TimeVersion extends Row {
    String value = "a";

    @Version
    int version;
}

@Entity
class TimeVersionInstant extends Row {
    String value = "a";

    @Version
    Instant version;
}

@Entity
class TimeLocalDate extends Row {
    LocalDate value;
}

@Entity
class TimeLocalTime extends Row {
    LocalTime value;
}

@Entity
class TimeLocalDateTime extends Row {
    LocalDateTime value;
}

@Entity
class TimeInstant extends Row {
    Instant value;
}

@Entity
class TimeInstantLocal extends Row {
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant value;
}

@Entity
class TimeOffset extends Row {
    OffsetDateTime value;
}

@Entity
class TimeZoned extends Row {
    ZonedDateTime value;
}

@Entity
class TimeColumn extends Row {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime value;
}

@Entity
class TimeUtc extends Row {
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    OffsetDateTime value;
}

@Entity
class TimeNative extends Row {
    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime value;
}

@Entity
class TimeOffsetTime extends Row {
    OffsetTime value;
}

@Entity
class TimeDuration extends Row {
    Duration value;
}

@Entity
class TimeInterval extends Row {
    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration value;
}

@Entity
class TimeYear extends Row {
    Year value;
}

@Entity
class TimeZoneOffset extends Row {
    ZoneOffset value;
}

@Entity
class TimeTemporalDate extends Row {
    @Temporal(TemporalType.DATE)
    Date value;
}

@Entity
class TimeTemporal extends Row {
    @Temporal(TemporalType.TIMESTAMP)
    Date value;
}

@Entity
class TimeCalendar extends Row {
    Calendar value;
}
