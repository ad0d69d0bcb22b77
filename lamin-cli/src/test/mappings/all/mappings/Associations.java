package mappings;

import jakarta.persistence.*;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ForeignKey;
import java.io.Serializable;
import java.util.*;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.annotations.*;

final class Associations implements FeatureGroup {
    private static Part part(Session session, String name) {
        var part = new Part(name);
        session.persist(part);
        return part;
    }

    private static <E> void reference(Features features, String title, Class<E> type, BiConsumer<E, Part> set, Function<E, Part> get) {
        features.add(
                        title,
                        type,
                        s -> {
                            var row = Features.instance(type);
                            set.accept(row, part(s, "one"));
                            return row;
                        },
                        row -> ((Part) Hibernate.unproxy(get.apply(row))).name,
                        "one",
                        (s, row) -> set.accept(row, part(s, "two")),
                        "two")
                .with(Part.class);
    }

    private static <E> Feature<E> many(Features features, String title, Class<E> type, Function<E, Collection<Part>> get) {
        return features.add(
                        title,
                        type,
                        s -> {
                            var row = Features.instance(type);
                            get.apply(row).add(part(s, "one"));
                            get.apply(row).add(part(s, "two"));
                            return row;
                        },
                        row -> get.apply(row).stream().map(part -> part.name).sorted().toList(),
                        List.of("one", "two"),
                        (s, row) -> get.apply(row).removeIf(part -> part.name.equals("one")),
                        List.of("two"))
                .with(Part.class);
    }

    @Override
    public void addTo(Features features) {
        features.group("Associations");
        reference(features, "`@ManyToOne`", ToOne.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne(optional = false)`, `LAZY`", ToOneLazy.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne @JoinColumn(name = ...)`", ToOneNamed.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne`, `@ForeignKey(name = ...)`", ToOneNamedKey.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne`, `@ForeignKey(NO_CONSTRAINT)`", ToOneNoKey.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne @OnDelete(CASCADE)`", ToOneCascade.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne @NotFound(IGNORE)`", ToOneNotFound.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@ManyToOne @JoinTable`", ToOneTable.class, (row, part) -> row.value = part, row -> row.value);
        reference(features, "`@OneToOne`", ToOneUnique.class, (row, part) -> row.value = part, row -> row.value);
        features.add(
                        "`@ManyToOne @JoinColumn(referencedColumnName = ...)` to a unique column",
                        ToOneCode.class,
                        s -> {
                            var target = new Coded();
                            s.persist(target);
                            var row = new ToOneCode();
                            row.value = target;
                            return row;
                        },
                        row -> row.value == null ? "none" : row.value.code,
                        "c",
                        (s, row) -> row.value = null,
                        "none")
                .with(Coded.class);
        features.add(
                        "`@ManyToOne @JoinColumns` to a composite key",
                        ToOnePair.class,
                        s -> {
                            var target = new Paired();
                            s.persist(target);
                            var row = new ToOnePair();
                            row.value = target;
                            return row;
                        },
                        row -> row.value == null ? "none" : row.value.one,
                        "o",
                        (s, row) -> row.value = null,
                        "none")
                .with(Paired.class);
        features.add(
                        "`@ManyToOne` to a composite key, without names",
                        ToOnePairPlain.class,
                        s -> {
                            var target = new PairedPlain();
                            s.persist(target);
                            var row = new ToOnePairPlain();
                            row.value = target;
                            return row;
                        },
                        row -> row.value == null ? "none" : row.value.one,
                        "o",
                        (s, row) -> row.value = null,
                        "none")
                .with(PairedPlain.class);
        features.add(
                "`@ManyToOne` to the entity itself",
                ToSelf.class,
                s -> {
                    var row = new ToSelf();
                    row.parent = row;
                    return row;
                },
                row -> row.parent == row,
                true,
                (s, row) -> row.parent = null,
                false);
        features.add(
                        "`@OneToOne(mappedBy)`",
                        OneSide.class,
                        s -> {
                            var row = new OneSide();
                            row.other = new OtherSide();
                            row.other.owner = row;
                            return row;
                        },
                        row -> row.other == null ? "none" : row.other.name,
                        "other",
                        (s, row) -> row.other.name = "changed",
                        "changed")
                .with(OtherSide.class);
        features.add(
                        "`@OneToOne @PrimaryKeyJoinColumn`",
                        SameKey.class,
                        s -> {
                            var target = part(s, "one");
                            var row = new SameKey();
                            row.id = target.id;
                            return row;
                        },
                        row -> row.part.name,
                        "one",
                        (s, row) -> row.part.name = "two",
                        "two")
                .with(Part.class);
        features.add(
                        "`@OneToMany(mappedBy)` with orphan removal",
                        ManyOwner.class,
                        s -> {
                            var row = new ManyOwner();
                            row.add("one");
                            row.add("two");
                            return row;
                        },
                        row -> row.items.stream().map(item -> item.name).sorted().toList(),
                        List.of("one", "two"),
                        (s, row) -> row.items.removeIf(item -> item.name.equals("one")),
                        List.of("two"))
                .with(ManyItem.class);
        many(features, "`@OneToMany` with a join table", ManyByTable.class, row -> row.value);
        features.add(
                        "`@OneToMany @JoinColumn`",
                        ManyByColumn.class,
                        s -> {
                            var row = new ManyByColumn();
                            row.value.add(new ColumnPart());
                            return row;
                        },
                        row -> row.value.size(),
                        1,
                        (s, row) -> row.value.add(new ColumnPart()),
                        2)
                .with(ColumnPart.class);
        features.add(
                        "`@OneToMany @JoinColumn @OrderColumn`",
                        ManyByOrder.class,
                        s -> {
                            var row = new ManyByOrder();
                            row.value.add(new OrderPart("one"));
                            row.value.add(new OrderPart("two"));
                            return row;
                        },
                        row -> row.value.stream().map(part -> part.name).toList(),
                        List.of("one", "two"),
                        (s, row) -> row.value.addFirst(row.value.removeLast()),
                        List.of("two", "one"))
                .with(OrderPart.class);
        many(features, "`@ManyToMany Set`", ManySet.class, row -> row.value);
        many(features, "`@ManyToMany List` (a bag)", ManyBag.class, row -> row.value);
        many(features, "`@ManyToMany @OrderColumn`", ManyOrdered.class, row -> row.value);
        many(features, "`@ManyToMany @JoinTable` with names", ManyNamed.class, row -> row.value);
        features.add(
                        "`@ManyToMany(mappedBy)`",
                        ManyLeft.class,
                        s -> {
                            var row = new ManyLeft();
                            var right = new ManyRight();
                            right.lefts.add(row);
                            row.rights.add(right);
                            s.persist(right);
                            return row;
                        },
                        row -> row.rights.size() + row.value,
                        "1a",
                        (s, row) -> row.value = "b",
                        "1b")
                .with(ManyRight.class);
        features.add(
                        "`@ManyToMany Map<String, entity>`",
                        ManyMap.class,
                        s -> {
                            var row = new ManyMap();
                            row.value.put("k", part(s, "one"));
                            return row;
                        },
                        row -> row.value.get("k").name,
                        "one",
                        (s, row) -> row.value.put("k", part(s, "two")),
                        "two")
                .with(Part.class);
        features.add(
                        "`@OneToMany Map` with `@MapKey`",
                        ManyMapKey.class,
                        s -> {
                            var row = new ManyMapKey();
                            row.value.put("one", part(s, "one"));
                            return row;
                        },
                        row -> Set.copyOf(row.value.keySet()),
                        Set.of("one"),
                        (s, row) -> row.value.put("two", part(s, "two")),
                        Set.of("one", "two"))
                .with(Part.class);
        features.add(
                "`@ManyToMany` of an entity with itself",
                ManySelf.class,
                s -> {
                    var friend = new ManySelf();
                    s.persist(friend);
                    var row = new ManySelf();
                    row.friends.add(friend);
                    return row;
                },
                row -> row.friends.size(),
                1,
                (s, row) -> row.friends.clear(),
                0);
        features.add(
                        "`@Any`",
                        AnyRow.class,
                        s -> {
                            var row = new AnyRow();
                            row.value = part(s, "one");
                            return row;
                        },
                        row -> ((Part) row.value).name,
                        "one",
                        (s, row) -> row.value = part(s, "two"),
                        "two")
                .with(Part.class);
        features.add(
                        "`@ManyToAny`",
                        AnyMany.class,
                        s -> {
                            var row = new AnyMany();
                            row.value.add(part(s, "one"));
                            return row;
                        },
                        row -> row.value.size(),
                        1,
                        (s, row) -> row.value.clear(),
                        0)
                .with(Part.class);
        features.add(
                        "`@JoinFormula`",
                        ByFormula.class,
                        s -> {
                            var row = new ByFormula();
                            row.number = part(s, "one").id;
                            return row;
                        },
                        row -> row.part.name,
                        "one",
                        (s, row) -> row.number = part(s, "two").id,
                        "two")
                .with(Part.class);
        many(features, "`@ManyToMany @SQLRestriction`", ManyRestricted.class, row -> row.value);
        many(features, "`@OneToMany @SQLOrder`", ManySqlOrder.class, row -> row.value);
    }
}

@Entity
class Part extends Row {
    String name;

    Part() {}

    Part(String name) {
        this.name = name;
    }
}

@Entity
class ToOne extends Row {
    @ManyToOne
    Part value;
}

@Entity
class ToOneLazy extends Row {
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Part value;
}

@Entity
class ToOneNamed extends Row {
    @ManyToOne
    @JoinColumn(name = "part", nullable = false)
    Part value;
}

@Entity
class ToOneNamedKey extends Row {
    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "to_one_part_key"))
    Part value;
}

@Entity
class ToOneNoKey extends Row {
    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Part value;
}

@Entity
class ToOneCascade extends Row {
    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Part value;
}

@Entity
class ToOneNotFound extends Row {
    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    Part value;
}

@Entity
class ToOneTable extends Row {
    @ManyToOne
    @JoinTable(name = "to_one_parts")
    Part value;
}

@Entity
class ToOneUnique extends Row {
    @OneToOne
    Part value;
}

@Entity
class Coded extends Row {
    @Column(unique = true)
    String code = "c";
}

@Entity
class ToOneCode extends Row {
    @ManyToOne
    @JoinColumn(name = "value_code", referencedColumnName = "code")
    Coded value;
}

class PairedKey implements Serializable {
    String one;
    int two;

    @Override
    public boolean equals(Object other) {
        return other instanceof PairedKey key && key.one.equals(one) && key.two == two;
    }

    @Override
    public int hashCode() {
        return two;
    }
}

@Entity
@IdClass(PairedKey.class)
class Paired {
    @Id
    String one = "o";

    @Id
    int two = 2;
}

@Entity
@IdClass(PairedKey.class)
class PairedPlain {
    @Id
    String one = "o";

    @Id
    int two = 2;
}

@Entity
class ToOnePair extends Row {
    @ManyToOne
    @JoinColumn(name = "pair_two", referencedColumnName = "two")
    @JoinColumn(name = "pair_one", referencedColumnName = "one")
    Paired value;
}

@Entity
class ToOnePairPlain extends Row {
    @ManyToOne
    PairedPlain value;
}

@Entity
class ToSelf extends Row {
    @ManyToOne
    ToSelf parent;
}

@Entity
class OneSide extends Row {
    @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL)
    OtherSide other;
}

@Entity
class OtherSide extends Row {
    String name = "other";

    @OneToOne
    OneSide owner;
}

@Entity
class SameKey {
    @Id
    Long id;

    @OneToOne
    @PrimaryKeyJoinColumn
    Part part;
}

@Entity
class ManyOwner extends Row {
    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
    List<ManyItem> items = new ArrayList<>();

    void add(String name) {
        var item = new ManyItem();
        item.name = name;
        item.owner = this;
        items.add(item);
    }
}

@Entity
class ManyItem extends Row {
    String name;

    @ManyToOne
    ManyOwner owner;
}

@Entity
class ManyByTable extends Row {
    @OneToMany
    Set<Part> value = new HashSet<>();
}

@Entity
class ManyByColumn extends Row {
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "owner_id")
    Set<ColumnPart> value = new HashSet<>();
}

@Entity
class ManyByOrder extends Row {
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "owner_id")
    @OrderColumn(name = "place")
    List<OrderPart> value = new ArrayList<>();
}

@Entity
class ColumnPart extends Row {}

@Entity
class OrderPart extends Row {
    String name;

    OrderPart() {}

    OrderPart(String name) {
        this.name = name;
    }
}

@Entity
class ManySet extends Row {
    @ManyToMany
    Set<Part> value = new HashSet<>();
}

@Entity
class ManyBag extends Row {
    @ManyToMany
    List<Part> value = new ArrayList<>();
}

@Entity
class ManyOrdered extends Row {
    @ManyToMany
    @OrderColumn
    List<Part> value = new ArrayList<>();
}

@Entity
class ManyNamed extends Row {
    @ManyToMany
    @JoinTable(
            name = "many_named_parts",
            joinColumns = @JoinColumn(name = "owner_id"),
            inverseJoinColumns = @JoinColumn(name = "piece_id"))
    Set<Part> value = new HashSet<>();
}

@Entity
class ManyLeft extends Row {
    String value = "a";

    @ManyToMany(mappedBy = "lefts", cascade = CascadeType.REMOVE)
    Set<ManyRight> rights = new HashSet<>();
}

@Entity
class ManyRight extends Row {
    @ManyToMany
    Set<ManyLeft> lefts = new HashSet<>();
}

@Entity
class ManyMap extends Row {
    @ManyToMany
    Map<String, Part> value = new HashMap<>();
}

@Entity
class ManyMapKey extends Row {
    @OneToMany
    @MapKey(name = "name")
    Map<String, Part> value = new HashMap<>();
}

@Entity
class ManySelf extends Row {
    @ManyToMany
    Set<ManySelf> friends = new HashSet<>();
}

@Entity
class AnyRow extends Row {
    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "value_id")
    @Column(name = "value_type")
    @AnyDiscriminatorValue(discriminator = "P", entity = Part.class)
    Object value;
}

@Entity
class AnyMany extends Row {
    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @Column(name = "value_type")
    @JoinTable(
            name = "any_many_values",
            joinColumns = @JoinColumn(name = "owner_id"),
            inverseJoinColumns = @JoinColumn(name = "value_id"))
    @AnyDiscriminatorValue(discriminator = "P", entity = Part.class)
    Set<Object> value = new HashSet<>();
}

@Entity
class ByFormula extends Row {
    Long number;

    @ManyToOne
    @JoinFormula("number")
    Part part;
}

@Entity
class ManyRestricted extends Row {
    @ManyToMany
    @SQLRestriction("name <> 'hidden'")
    Set<Part> value = new HashSet<>();
}

@Entity
class ManySqlOrder extends Row {
    @OneToMany
    @SQLOrder("name desc")
    List<Part> value = new ArrayList<>();
}
