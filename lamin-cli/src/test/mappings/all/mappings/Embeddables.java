package mappings;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

final class Embeddables implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Embeddables");
        features.value("`@Embedded` class", EmbeddedClass.class, new Address("Ulm", "1"), new Address("Bonn", "2"));
        features.value("`@Embedded` record", EmbeddedRecord.class, new Coordinates(1, 2), new Coordinates(3, 4));
        features.value("an embeddable without `@Embedded`", EmbeddedPlain.class, new Coordinates(1, 2), new Coordinates(3, 4));
        features.value("`@AttributeOverride`", EmbeddedOverride.class, new Address("Ulm", "1"), new Address("Bonn", "2"));
        features.add(
                "the same embeddable twice, with `@AttributeOverrides`",
                EmbeddedTwice.class,
                s -> new EmbeddedTwice(),
                row -> List.of(row.one, row.other),
                List.of(new Address("Ulm", "1"), new Address("Bonn", "2")),
                (s, row) -> row.other = new Address("Kiel", "3"),
                List.of(new Address("Ulm", "1"), new Address("Kiel", "3")));
        features.value("an embeddable in an embeddable", EmbeddedNested.class, new OuterPart("x", new Coordinates(1, 2)), new OuterPart("y", new Coordinates(3, 4)));
        features.add(
                        "an embeddable with a `@ManyToOne`",
                        EmbeddedReference.class,
                        s -> {
                            var target = new EmbeddedTarget();
                            s.persist(target);
                            var row = new EmbeddedReference();
                            row.value.target = target;
                            return row;
                        },
                        row -> row.value.target.name + row.value.note,
                        "targetn",
                        (s, row) -> row.value.note = "m",
                        "targetm")
                .with(EmbeddedTarget.class);
        features.add(
                "an embeddable with an `@ElementCollection`",
                EmbeddedCollection.class,
                s -> new EmbeddedCollection(),
                row -> Set.copyOf(row.value.labels),
                Set.of("a"),
                (s, row) -> row.value.labels.add("b"),
                Set.of("a", "b"));
        features.value("`@Embedded`, null", EmbeddedNull.class, null, new Address("Bonn", "2"));
        features.value("`@EmbeddedColumnNaming` (7) or `@AttributeOverride`: a prefix of columns", EmbeddedPrefix.class, new Address("Ulm", "1"), new Address("Bonn", "2"));
        features.add(
                "`@MappedSuperclass` with an `@AttributeOverride` of the subclass",
                EmbeddedSuper.class,
                s -> new EmbeddedSuper(),
                row -> row.title,
                "a",
                (s, row) -> row.title = "b",
                "b");
        features.add(
                "`@MappedSuperclass` with an `@AssociationOverride`",
                EmbeddedAssociation.class,
                s -> {
                    var target = new EmbeddedTarget2();
                    s.persist(target);
                    var row = new EmbeddedAssociation();
                    row.target = target;
                    return row;
                },
                row -> row.target == null ? "none" : row.target.name,
                "target",
                (s, row) -> row.target = null,
                "none").with(EmbeddedTarget2.class);
        features.add(
                "an embeddable with `@Parent`",
                EmbeddedParent.class,
                s -> new EmbeddedParent(),
                row -> row.value.size + (row.value.parent == row ? "" : "!"),
                "1",
                (s, row) -> row.value.size = 2,
                "2");
        features.add(
                "a generic property of a `@MappedSuperclass`",
                EmbeddedGeneric.class,
                s -> {
                    var row = new EmbeddedGeneric();
                    row.value = 5;
                    return row;
                },
                row -> row.value,
                5,
                (s, row) -> row.value = 6,
                6);
        features.add(
                "an embeddable with inheritance (`@DiscriminatorColumn`)",
                EmbeddedInheritance.class,
                s -> new EmbeddedInheritance(),
                row -> row.value.getClass().getSimpleName() + row.value.name,
                "Windowedw",
                (s, row) -> row.value = new Doored(),
                "Dooredd")
                .with(Opening.class, Windowed.class, Doored.class);
        features.add(
                "getters with `is`, as Kotlin and JavaBeans have them",
                EmbeddedGetters.class,
                s -> new EmbeddedGetters(),
                row -> row.isActive() + row.getURL(),
                "trueu",
                (s, row) -> row.setActive(false),
                "falseu");
        features.add(
                "`@Access(PROPERTY)` on one property of an entity with annotations on fields",
                EmbeddedAccess.class,
                s -> new EmbeddedAccess(),
                row -> row.getLabel(),
                "label:a",
                (s, row) -> row.setLabel("label:b"),
                "label:b");
    }
}

@Embeddable
class Address {
    String town;
    String zip;

    Address() {}

    Address(String town, String zip) {
        this.town = town;
        this.zip = zip;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && address.town.equals(town) && address.zip.equals(zip);
    }

    @Override
    public int hashCode() {
        return town.hashCode();
    }
}

@Embeddable
record Coordinates(int x, int y) {}

@Entity
class EmbeddedClass extends Row {
    @Embedded
    Address value;
}

@Entity
class EmbeddedRecord extends Row {
    @Embedded
    Coordinates value;
}

@Entity
class EmbeddedPlain extends Row {
    Coordinates value;
}

@Entity
class EmbeddedOverride extends Row {
    @Embedded
    @AttributeOverride(name = "town", column = @Column(name = "home_town", nullable = false, length = 50))
    Address value;
}

@Entity
class EmbeddedTwice extends Row {
    @Embedded
    Address one = new Address("Ulm", "1");

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "town", column = @Column(name = "other_town")),
        @AttributeOverride(name = "zip", column = @Column(name = "other_zip"))
    })
    Address other = new Address("Bonn", "2");
}

@Embeddable
record OuterPart(String label, @Embedded Coordinates at) {}

@Entity
class EmbeddedNested extends Row {
    @Embedded
    OuterPart value;
}

@Entity
class EmbeddedTarget extends Row {
    String name = "target";
}

@Embeddable
class WithTarget {
    String note = "n";

    @ManyToOne
    EmbeddedTarget target;
}

@Entity
class EmbeddedReference extends Row {
    @Embedded
    WithTarget value = new WithTarget();
}

@Embeddable
class WithLabels {
    String note = "n";

    @ElementCollection
    Set<String> labels = new HashSet<>(Set.of("a"));
}

@Entity
class EmbeddedCollection extends Row {
    @Embedded
    WithLabels value = new WithLabels();
}

@Entity
class EmbeddedNull extends Row {
    @Embedded
    Address value;
}

@Entity
class EmbeddedPrefix extends Row {
    @Embedded
    @AttributeOverride(name = "town", column = @Column(name = "home_town"))
    @AttributeOverride(name = "zip", column = @Column(name = "home_zip"))
    Address value;
}

@MappedSuperclass
abstract class Titled extends Row {
    String title = "a";
}

@Entity
@AttributeOverride(name = "title", column = @Column(name = "heading", length = 80))
class EmbeddedSuper extends Titled {}

@Entity
class EmbeddedTarget2 extends Row {
    String name = "target";
}

@MappedSuperclass
abstract class Targeting extends Row {
    @ManyToOne
    EmbeddedTarget2 target;
}

@Entity
@AssociationOverride(name = "target", joinColumns = @JoinColumn(name = "aim_id"))
class EmbeddedAssociation extends Targeting {}

@Embeddable
class Belonging {
    int size = 1;

    @Parent
    EmbeddedParent parent;

    public EmbeddedParent getParent() {
        return parent;
    }

    public void setParent(EmbeddedParent parent) {
        this.parent = parent;
    }
}

@Entity
class EmbeddedParent extends Row {
    @Embedded
    Belonging value = new Belonging();
}

@MappedSuperclass
abstract class Holding<T> extends Row {
    T value;
}

@Entity
class EmbeddedGeneric extends Holding<Integer> {}

@Embeddable
@DiscriminatorColumn(name = "opening_type")
class Opening {
    String name;
}

@Embeddable
@DiscriminatorValue("w")
class Windowed extends Opening {
    Integer panes = 2;

    Windowed() {
        name = "w";
    }
}

@Embeddable
@DiscriminatorValue("d")
class Doored extends Opening {
    Integer locks = 1;

    Doored() {
        name = "d";
    }
}

@Entity
class EmbeddedInheritance extends Row {
    @Embedded
    Opening value = new Windowed();
}

@Entity
class EmbeddedGetters {
    private Long id;
    private boolean active = true;
    private String url = "u";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getURL() {
        return url;
    }

    public void setURL(String url) {
        this.url = url;
    }
}

@Entity
class EmbeddedAccess extends Row {
    @Transient
    private String stored = "a";

    @Access(AccessType.PROPERTY)
    @Column(name = "label_text")
    public String getLabel() {
        return "label:" + stored;
    }

    public void setLabel(String label) {
        stored = label.substring("label:".length());
    }
}
