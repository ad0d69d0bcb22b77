package mappings;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

/** What JPA 3.2 and Hibernate 7 have added. */
final class Since7 implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("From JPA 3.2 and Hibernate 7 on");
        features.value("`@Column(comment = ...)`, `@Table(comment = ...)`", SevenComment.class, "a", "b");
        features.value("`@Column(check = @CheckConstraint)`", SevenCheck.class, 1, 2);
        features.value("`@Table(check = @CheckConstraint)`", SevenTableCheck.class, 1, 2);
        features.value("`@Index(options = \"where ...\")`", SevenIndex.class, "a", "b");
        features.value("`@Column(secondPrecision = 3)`", SevenPrecision.class, java.time.Instant.parse("2026-12-01T10:15:30.123Z"), java.time.Instant.EPOCH);
        features.value("`@EnumeratedValue`", SevenEnum.class, Level.LOW, Level.HIGH);
        features.value("`@EmbeddedColumnNaming`", SevenEmbedded.class, new Address("Ulm", "1"), new Address("Bonn", "2"));
        features.value("`@Column(options = ...)`", SevenOptions.class, "a", "b").refused();
    }
}

@Entity
@Table(comment = "Things")
class SevenComment extends Row {
    @Column(comment = "a value")
    String value;
}

@Entity
class SevenCheck extends Row {
    @Column(check = @CheckConstraint(name = "seven_positive", constraint = "value > 0"))
    int value;
}

@Entity
@Table(check = @CheckConstraint(name = "seven_small", constraint = "value < 100"))
class SevenTableCheck extends Row {
    int value;
}

@Entity
@Table(indexes = @Index(columnList = "value", unique = true, options = "where value is not null"))
class SevenIndex extends Row {
    String value;
}

@Entity
class SevenPrecision extends Row {
    @Column(secondPrecision = 3)
    java.time.Instant value;
}

enum Level {
    LOW("l"),
    HIGH("h");

    @EnumeratedValue
    final String code;

    Level(String code) {
        this.code = code;
    }
}

@Entity
class SevenEnum extends Row {
    @Enumerated(EnumType.STRING)
    Level value;
}

@Entity
class SevenEmbedded extends Row {
    @Embedded
    @EmbeddedColumnNaming("home_%s")
    Address value;
}

@Entity
class SevenOptions extends Row {
    @Column(options = "storage external")
    String value;
}
