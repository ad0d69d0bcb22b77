package mappings;

import jakarta.persistence.*;
import jakarta.persistence.OrderBy;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.descriptor.java.LongJavaType;

final class Elements implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Collections of values");
        features.add(
                "`@ElementCollection Set<String>`",
                ElementSet.class,
                s -> new ElementSet(),
                row -> Set.copyOf(row.value),
                Set.of("a", "b"),
                (s, row) -> row.value.remove("a"),
                Set.of("b"));
        features.add(
                "`@ElementCollection List<String>` (a bag)",
                ElementBag.class,
                s -> new ElementBag(),
                row -> row.value.stream().sorted().toList(),
                List.of("a", "b"),
                (s, row) -> row.value.remove("a"),
                List.of("b"));
        features.add(
                "`@ElementCollection @OrderColumn List<String>`",
                ElementList.class,
                s -> new ElementList(),
                row -> List.copyOf(row.value),
                List.of("b", "a"),
                (s, row) -> row.value.remove("b"),
                List.of("a"));
        features.add(
                "`@OrderColumn(name = ...)` with `@ListIndexBase(1)`",
                ElementListBase.class,
                s -> new ElementListBase(),
                row -> List.copyOf(row.value),
                List.of("b", "a"),
                (s, row) -> row.value.add("c"),
                List.of("b", "a", "c"));
        features.add(
                "`@ElementCollection @OrderBy`",
                ElementOrdered.class,
                s -> new ElementOrdered(),
                row -> List.copyOf(row.value),
                List.of("a", "b"),
                (s, row) -> row.value.add("aa"),
                List.of("a", "aa", "b"));
        features.add(
                "`@ElementCollection Map<String, String>`",
                ElementMap.class,
                s -> new ElementMap(),
                row -> Map.copyOf(row.value),
                Map.of("k", "v"),
                (s, row) -> row.value.put("k", "w"),
                Map.of("k", "w"));
        features.add(
                "`@MapKeyColumn` and `@Column` of a map",
                ElementMapNamed.class,
                s -> new ElementMapNamed(),
                row -> Map.copyOf(row.value),
                Map.of("k", 1),
                (s, row) -> row.value.put("l", 2),
                Map.of("k", 1, "l", 2));
        features.add(
                "`@MapKeyEnumerated(STRING)`",
                ElementMapEnum.class,
                s -> new ElementMapEnum(),
                row -> Map.copyOf(row.value),
                Map.of(Colour.RED, "r"),
                (s, row) -> row.value.put(Colour.BLUE, "b"),
                Map.of(Colour.RED, "r", Colour.BLUE, "b"));
        features.add(
                "`@ElementCollection @Enumerated(STRING)`",
                ElementEnums.class,
                s -> new ElementEnums(),
                row -> Set.copyOf(row.value),
                Set.of(Colour.RED),
                (s, row) -> row.value.add(Colour.BLUE),
                Set.of(Colour.RED, Colour.BLUE));
        features.add(
                "`@ElementCollection` of an embeddable",
                ElementEmbedded.class,
                s -> new ElementEmbedded(),
                row -> Set.copyOf(row.value),
                Set.of(new Coordinates(1, 2)),
                (s, row) -> row.value.add(new Coordinates(3, 4)),
                Set.of(new Coordinates(1, 2), new Coordinates(3, 4)));
        features.add(
                "`@ElementCollection` of an embeddable with `@AttributeOverride`",
                ElementOverride.class,
                s -> new ElementOverride(),
                row -> Set.copyOf(row.value),
                Set.of(new Coordinates(1, 2)),
                (s, row) -> row.value.clear(),
                Set.of());
        features.add(
                "`@ElementCollection Map<String, embeddable>`",
                ElementMapEmbedded.class,
                s -> new ElementMapEmbedded(),
                row -> Map.copyOf(row.value),
                Map.of("k", new Coordinates(1, 2)),
                (s, row) -> row.value.put("k", new Coordinates(3, 4)),
                Map.of("k", new Coordinates(3, 4)));
        features.add(
                "`@ElementCollection Map<embeddable, String>`",
                ElementMapByEmbedded.class,
                s -> new ElementMapByEmbedded(),
                row -> Map.copyOf(row.value),
                Map.of(new Coordinates(1, 2), "v"),
                (s, row) -> row.value.put(new Coordinates(1, 2), "w"),
                Map.of(new Coordinates(1, 2), "w"));
        features.add(
                "`@CollectionTable(name, joinColumns, uniqueConstraints)`",
                ElementTable.class,
                s -> new ElementTable(),
                row -> Set.copyOf(row.value),
                Set.of("a"),
                (s, row) -> row.value.add("b"),
                Set.of("a", "b"));
        features.add(
                "`@CollectionId` (an identified bag)",
                ElementIdBag.class,
                s -> new ElementIdBag(),
                row -> row.value.stream().sorted().toList(),
                List.of("a", "a"),
                (s, row) -> row.value.add("b"),
                List.of("a", "a", "b"));
        features.add(
                "`@ElementCollection @SortNatural SortedSet<String>`",
                ElementSorted.class,
                s -> new ElementSorted(),
                row -> List.copyOf(row.value),
                List.of("a", "b"),
                (s, row) -> row.value.remove("a"),
                List.of("b"));
        features.add(
                        "`@ElementCollection Map<entity, String>` (`@MapKeyJoinColumn`)",
                        ElementMapByEntity.class,
                        s -> {
                            var row = new ElementMapByEntity();
                            var key = new ElementKey();
                            s.persist(key);
                            row.value.put(key, "v");
                            return row;
                        },
                        row -> List.copyOf(row.value.values()),
                        List.of("v"),
                        (s, row) -> row.value.replaceAll((key, value) -> "w"),
                        List.of("w"))
                .with(ElementKey.class);
        features.add(
                "`@ElementCollection` with a converter of elements",
                ElementConverted.class,
                s -> new ElementConverted(),
                row -> Set.copyOf(row.value),
                Set.of(Colour.RED),
                (s, row) -> row.value.add(Colour.BLUE),
                Set.of(Colour.RED, Colour.BLUE))
                .with(ColourConverter.class);
    }
}

@Entity
class ElementSet extends Row {
    @ElementCollection
    Set<String> value = new HashSet<>(Set.of("a", "b"));
}

@Entity
class ElementBag extends Row {
    @ElementCollection
    List<String> value = new ArrayList<>(List.of("a", "b"));
}

@Entity
class ElementList extends Row {
    @ElementCollection
    @OrderColumn
    List<String> value = new ArrayList<>(List.of("b", "a"));
}

@Entity
class ElementListBase extends Row {
    @ElementCollection
    @OrderColumn(name = "place")
    @ListIndexBase(1)
    List<String> value = new ArrayList<>(List.of("b", "a"));
}

@Entity
class ElementOrdered extends Row {
    @ElementCollection
    @OrderBy
    List<String> value = new ArrayList<>(List.of("b", "a"));
}

@Entity
class ElementMap extends Row {
    @ElementCollection
    Map<String, String> value = new HashMap<>(Map.of("k", "v"));
}

@Entity
class ElementMapNamed extends Row {
    @ElementCollection
    @MapKeyColumn(name = "map_key", length = 40)
    @Column(name = "map_value")
    Map<String, Integer> value = new HashMap<>(Map.of("k", 1));
}

@Entity
class ElementMapEnum extends Row {
    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Colour, String> value = new HashMap<>(Map.of(Colour.RED, "r"));
}

@Entity
class ElementEnums extends Row {
    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Colour> value = new HashSet<>(Set.of(Colour.RED));
}

@Entity
class ElementEmbedded extends Row {
    @ElementCollection
    Set<Coordinates> value = new HashSet<>(Set.of(new Coordinates(1, 2)));
}

@Entity
class ElementOverride extends Row {
    @ElementCollection
    @AttributeOverride(name = "x", column = @Column(name = "east"))
    Set<Coordinates> value = new HashSet<>(Set.of(new Coordinates(1, 2)));
}

@Entity
class ElementMapEmbedded extends Row {
    @ElementCollection
    Map<String, Coordinates> value = new HashMap<>(Map.of("k", new Coordinates(1, 2)));
}

@Entity
class ElementMapByEmbedded extends Row {
    @ElementCollection
    Map<Coordinates, String> value = new HashMap<>(Map.of(new Coordinates(1, 2), "v"));
}

@Entity
class ElementTable extends Row {
    @ElementCollection
    @CollectionTable(
            name = "element_labels",
            joinColumns = @JoinColumn(name = "owner_id"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "label"}))
    @Column(name = "label", nullable = false)
    Set<String> value = new HashSet<>(Set.of("a"));
}

@Entity
class ElementIdBag extends Row {
    @ElementCollection
    @CollectionId(column = @Column(name = "entry_id"), generator = "increment")
    @CollectionIdJavaType(LongJavaType.class)
    Collection<String> value = new ArrayList<>(List.of("a", "a"));
}

@Entity
class ElementSorted extends Row {
    @ElementCollection
    @SortNatural
    SortedSet<String> value = new TreeSet<>(Set.of("b", "a"));
}

@Entity
class ElementKey extends Row {}

@Entity
class ElementMapByEntity extends Row {
    @ElementCollection
    @MapKeyJoinColumn(name = "key_id")
    Map<ElementKey, String> value = new HashMap<>();
}

@Entity
class ElementConverted extends Row {
    @ElementCollection
    @Convert(converter = ColourConverter.class)
    Set<Colour> value = new HashSet<>(Set.of(Colour.RED));
}
