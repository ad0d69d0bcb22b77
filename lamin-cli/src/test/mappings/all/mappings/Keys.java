package mappings;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.*;

final class Keys implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Keys");
        features.value("`@GeneratedValue(strategy = IDENTITY)` `Long`", KeyIdentity.class, "a", "b");
        features.value("`@GeneratedValue(strategy = IDENTITY)` `Integer`", KeyIdentityInteger.class, "a", "b");
        features.value("`@GeneratedValue(strategy = IDENTITY)` `short`", KeyIdentityShort.class, "a", "b");
        features.value("`@GeneratedValue` (`AUTO`) `Long`", KeyAuto.class, "a", "b");
        features.value("`@GeneratedValue` (`AUTO`) `UUID`", KeyAutoUuid.class, "a", "b");
        features.value("`@GeneratedValue(strategy = SEQUENCE)`", KeySequence.class, "a", "b");
        features.value("`@SequenceGenerator` with name, start and block", KeyOwnSequence.class, "a", "b");
        features.value("`@SequenceGenerator(allocationSize = 1)`", KeySingleSequence.class, "a", "b");
        features.add(
                        "one `@SequenceGenerator` sequence for two entities",
                        KeySharedOne.class,
                        s -> {
                            s.persist(new KeySharedTwo());
                            return new KeySharedOne();
                        },
                        row -> row.value,
                        "a",
                        (s, row) -> row.value = "b",
                        "b")
                .with(KeySharedTwo.class);
        features.value("`@SequenceGenerator` that counts down", KeyCountingDown.class, "a", "b").refused();
        features.value("`@GeneratedValue(strategy = UUID)` `UUID`", KeyUuid.class, "a", "b");
        features.value("`@GeneratedValue(strategy = UUID)` `String`", KeyUuidText.class, "a", "b");
        features.value("`@UuidGenerator(style = TIME)`", KeyUuidTime.class, "a", "b");
        features.value("`@GeneratedValue(strategy = TABLE)`", KeyTable.class, "a", "b").refused();
        features.value("`@TableGenerator`", KeyTableGenerator.class, "a", "b").refused();
        features.value("assigned key, `String`", KeyText.class, "a", "b");
        features.value("assigned key, `UUID`", KeyAssignedUuid.class, "a", "b");
        features.value("assigned key, `LocalDate`", KeyDate.class, "a", "b");
        features.value("assigned key, enum by name", KeyEnum.class, "a", "b");
        features.value("`@EmbeddedId` of a class", KeyEmbedded.class, "a", "b");
        features.value("`@EmbeddedId` of a record", KeyRecord.class, "a", "b");
        features.value("`@IdClass`", KeyIdClass.class, "a", "b");
        features.value("`@IdClass` of a record", KeyIdRecord.class, "a", "b");
        features.add(
                        "`@EmbeddedId` with a `@ManyToOne` in it",
                        KeyWithReference.class,
                        s -> {
                            var parent = new KeyParent();
                            s.persist(parent);
                            var row = new KeyWithReference();
                            row.key.parent = parent;
                            row.key.number = 3;
                            return row;
                        },
                        row -> row.value,
                        "a",
                        (s, row) -> row.value = "b",
                        "b")
                .with(KeyParent.class);
        features.add(
                        "`@Id @ManyToOne` with an `@IdClass`",
                        KeyDerived.class,
                        s -> {
                            var parent = new KeyDerivedParent();
                            s.persist(parent);
                            var row = new KeyDerived();
                            row.parent = parent;
                            row.number = 4;
                            return row;
                        },
                        row -> row.value,
                        "a",
                        (s, row) -> row.value = "b",
                        "b")
                .with(KeyDerivedParent.class);
        features.add(
                        "`@MapsId` of a `@OneToOne`",
                        KeyMapped.class,
                        s -> {
                            var parent = new KeyMappedParent();
                            s.persist(parent);
                            var row = new KeyMapped();
                            row.parent = parent;
                            return row;
                        },
                        row -> row.value,
                        "a",
                        (s, row) -> row.value = "b",
                        "b")
                .with(KeyMappedParent.class);
        features.add(
                        "`@MapsId(\"...\")` of a part of an `@EmbeddedId`",
                        KeyPartMapped.class,
                        s -> {
                            var parent = new KeyPartParent();
                            s.persist(parent);
                            var row = new KeyPartMapped();
                            row.parent = parent;
                            row.key.number = 4;
                            return row;
                        },
                        row -> row.value + row.key.number,
                        "a4",
                        (s, row) -> row.value = "b",
                        "b4")
                .with(KeyPartParent.class);
        features.add(
                        "`@NaturalId`",
                        KeyNatural.class,
                        s -> new KeyNatural(),
                        row -> row.isbn + row.value,
                        "12a",
                        (s, row) -> row.value = "b",
                        "12b");
        features.add(
                        "`@NaturalId(mutable = true)` of two columns",
                        KeyNaturalPair.class,
                        s -> new KeyNaturalPair(),
                        row -> row.value,
                        "a",
                        (s, row) -> row.value = "b",
                        "b");
        features.value("identifier on a getter", KeyOnGetter.class, "a", "b");
        features.value("`@Column(name = ...)` on a key", KeyNamed.class, "a", "b");
        features.value("key in a generic `@MappedSuperclass`", KeyGeneric.class, "a", "b");
    }
}

@Entity
class KeyIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String value;
}

@Entity
class KeyIdentityInteger {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String value;
}

@Entity
class KeyIdentityShort {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    short id;

    String value;
}

@Entity
class KeyAuto {
    @Id
    @GeneratedValue
    Long id;

    String value;
}

@Entity
class KeyAutoUuid {
    @Id
    @GeneratedValue
    UUID id;

    String value;
}

@Entity
class KeySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String value;
}

@Entity
class KeyOwnSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own")
    @SequenceGenerator(name = "own", sequenceName = "key_numbers", initialValue = 1000, allocationSize = 10)
    Long id;

    String value;
}

@Entity
class KeySingleSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "single")
    @SequenceGenerator(name = "single", sequenceName = "single_numbers", allocationSize = 1)
    Integer id;

    String value;
}

@Entity
class KeySharedOne {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_one")
    @SequenceGenerator(name = "shared_one", sequenceName = "shared_numbers")
    Long id;

    String value = "a";
}

@Entity
class KeySharedTwo {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_two")
    @SequenceGenerator(name = "shared_two", sequenceName = "shared_numbers")
    Long id;
}

@Entity
class KeyCountingDown {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "down")
    @SequenceGenerator(name = "down", sequenceName = "down_numbers", initialValue = -1, allocationSize = -1)
    Long id;

    String value;
}

@Entity
class KeyUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    String value;
}

@Entity
class KeyUuidText {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;

    String value;
}

@Entity
class KeyUuidTime {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    UUID id;

    String value;
}

@Entity
class KeyTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;

    String value;
}

@Entity
class KeyTableGenerator {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "by_table")
    @TableGenerator(name = "by_table", table = "key_generators")
    Long id;

    String value;
}

@Entity
class KeyText {
    @Id
    String code = "ada";

    String value;
}

@Entity
class KeyAssignedUuid {
    @Id
    UUID id = UUID.fromString("0b9e6cf1-6b8a-4a0c-8d05-2b7d4a3f1c11");

    String value;
}

@Entity
class KeyDate {
    @Id
    LocalDate day = LocalDate.of(2026, 12, 1);

    String value;
}

@Entity
class KeyEnum {
    @Id
    @Enumerated(EnumType.STRING)
    Colour colour = Colour.RED;

    String value;
}

enum Colour {
    RED,
    GREEN,
    BLUE
}

@Embeddable
class PlateKey implements Serializable {
    String plate = "p";

    @Column(name = "well_row")
    int row = 3;

    @Override
    public boolean equals(Object other) {
        return other instanceof PlateKey key && key.plate.equals(plate) && key.row == row;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plate, row);
    }
}

@Entity
class KeyEmbedded {
    @EmbeddedId
    PlateKey key = new PlateKey();

    String value;
}

@Embeddable
record PlaceKey(String town, int floor) implements Serializable {}

@Entity
class KeyRecord {
    @EmbeddedId
    PlaceKey key = new PlaceKey("Ulm", 3);

    String value;
}

class PairKey implements Serializable {
    String left;
    int right;

    @Override
    public boolean equals(Object other) {
        return other instanceof PairKey key && key.left.equals(left) && key.right == right;
    }

    @Override
    public int hashCode() {
        return Objects.hash(left, right);
    }
}

@Entity
@IdClass(PairKey.class)
class KeyIdClass {
    @Id
    @Column(name = "left_part")
    String left = "l";

    @Id
    @Column(name = "right_part")
    int right = 2;

    String value;
}

record PairRecord(String one, int two) implements Serializable {}

@Entity
@IdClass(PairRecord.class)
class KeyIdRecord {
    @Id
    String one = "l";

    @Id
    int two = 2;

    String value;
}

@Entity
class KeyParent extends Row {}

@Embeddable
class ReferenceKey implements Serializable {
    @ManyToOne
    KeyParent parent;

    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceKey key && key.parent.id.equals(parent.id) && key.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}

@Entity
class KeyWithReference {
    @EmbeddedId
    ReferenceKey key = new ReferenceKey();

    String value = "a";
}

@Entity
class KeyDerivedParent extends Row {}

class DerivedKey implements Serializable {
    Long parent;
    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof DerivedKey key && key.parent.equals(parent) && key.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}

@Entity
@IdClass(DerivedKey.class)
class KeyDerived {
    @Id
    @ManyToOne
    KeyDerivedParent parent;

    @Id
    int number;

    String value = "a";
}

@Entity
class KeyMappedParent extends Row {}

@Entity
class KeyMapped {
    @Id
    Long id;

    @MapsId
    @OneToOne
    KeyMappedParent parent;

    String value = "a";
}

@Entity
class KeyPartParent extends Row {}

@Embeddable
class PartKey implements Serializable {
    Long parentId;
    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof PartKey key && key.parentId.equals(parentId) && key.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}

@Entity
class KeyPartMapped {
    @EmbeddedId
    PartKey key = new PartKey();

    @MapsId("parentId")
    @ManyToOne
    KeyPartParent parent;

    String value = "a";
}

@Entity
class KeyNatural extends Row {
    @NaturalId
    String isbn = "12";

    String value = "a";
}

@Entity
class KeyNaturalPair extends Row {
    @NaturalId(mutable = true)
    String value = "a";

    @NaturalId(mutable = true)
    int edition = 1;
}

@Entity
class KeyOnGetter {
    private Long number;
    private String value;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getNumber() {
        return number;
    }

    public void setNumber(Long number) {
        this.number = number;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}

@Entity
class KeyNamed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "keyNumber")
    Long id;

    String value;
}

@MappedSuperclass
abstract class GenericKey<T extends Serializable> {
    @Id
    @GeneratedValue
    T id;
}

@Entity
class KeyGeneric extends GenericKey<Long> {
    String value;
}
