package lamin.testing.jpa;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lamin.schema.DatabaseType;
import lamin.schema.Naming;
import lamin.schema.Unmanaged;
import lamin.schema.model.TableName;
import lamin.testing.databases.TestDatabase;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mappings of ordinary projects: a validation does not see half of what is wrong, so a row goes in and out. */
class JpaTablesTest {
    @Test
    void an_identifier_on_a_getter_is_numbered_by_the_database() {
        try (var project = new JpaProject(Naming.JPA, List.of(Customer.class)).deployed()) {
            long id = project.inHibernate(session -> {
                var customer = new Customer();
                customer.setFirstName("Ada");
                session.persist(customer);
                return requireNonNull(customer.getId());
            });

            assertThat(project.<String>inHibernate(session ->
                            requireNonNull(session.find(Customer.class, id).getFirstName())))
                    .isEqualTo("Ada");
        }
    }

    @Test
    void a_formula_has_no_column() {
        try (var project = new JpaProject(Naming.JPA, List.of(Line.class)).deployed()) {
            var line = project.inHibernate(session -> {
                var saved = new Line(3, 7);
                session.persist(saved);
                session.flush();
                session.clear();
                return session.find(Line.class, saved.id);
            });

            assertThat(line.total).isEqualTo(21);
            assertThat(project.model().tables())
                    .singleElement()
                    .satisfies(table -> assertThat(table.columns())
                            .extracting(lamin.schema.model.Column::name)
                            .containsExactly("id", "count", "price"));
        }
    }

    @Test
    void a_converter_that_applies_by_itself_decides_the_type() {
        try (var project = new JpaProject(Naming.JPA, List.of(Ticket.class), GradeConverter.class).deployed()) {
            project.inHibernate(session -> {
                session.persist(new Ticket("one", Grade.URGENT));
                return true;
            });

            assertThat(project.<Object>inHibernate(
                            session -> session.createNativeQuery("select grade from ticket", Object.class)
                                    .getSingleResult()))
                    .isEqualTo("u");
        }
    }

    @Test
    void a_uuid_is_generated_without_an_object_of_the_database() {
        try (var project = new JpaProject(Naming.JPA, List.of(Token.class, Visit.class)).deployed()) {
            var ids = project.inHibernate(session -> {
                var token = new Token();
                var other = new Visit();
                session.persist(token);
                session.persist(other);
                return List.of(token.id, other.id);
            });

            assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
        }
    }

    @Test
    void an_entity_on_a_view_gets_no_table() throws Exception {
        try (var project =
                new JpaProject(Naming.JPA, List.of(Customer.class, CustomerName.class, Letter.class)).deployed()) {
            project.execute("create view customer_name as select id, firstname as name from customer");

            var name = project.inHibernate(session -> {
                var customer = new Customer();
                customer.setFirstName("Ada");
                session.persist(customer);
                session.flush();
                var letter = new Letter(session.find(CustomerName.class, customer.getId()));
                session.persist(letter);
                session.flush();
                session.clear();
                return requireNonNull(requireNonNull(session.find(Letter.class, letter.id).to).name);
            });

            assertThat(name).isEqualTo("Ada");
            assertThat(project.model().byName().keySet())
                    .containsExactly(TableName.of("customer"), TableName.of("letter"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Naming.class,
            names = {"JPA", "SPRING"})
    void tables_and_columns_have_the_names_that_hibernate_uses(Naming naming) {
        try (var project =
                new JpaProject(naming, List.of(PurchaseOrder.class, StockItem.class, Buyer.class)).deployed()) {
            var found = project.inHibernate(session -> {
                var item = new StockItem("bolt");
                var order = new PurchaseOrder(item);
                session.persist(item);
                session.persist(order);
                session.flush();
                session.clear();
                return List.of(
                        requireNonNull(requireNonNull(session.find(PurchaseOrder.class, order.id).stockItem).itemName),
                        String.join(",", session.find(PurchaseOrder.class, order.id).shippingNotes));
            });

            assertThat(found).containsExactly("bolt", "fragile,heavy");
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, SPRING", "POSTGRESQL, JPA", "SQLITE, SPRING"})
    void keys_come_from_sequences(TestDatabase.Kind kind, Naming naming) {
        try (var project = new JpaProject(
                        kind,
                        naming,
                        List.of(ByAuto.class, BySequence.class, ByOwnSequence.class, SharingIt.class, OnGetter.class))
                .deployed()) {
            for (int run = 0; run < 2; run++) { // the second one has a new session factory, with no block of numbers
                project.inHibernate(session -> {
                    for (int i = 0; i < 60; i++) {
                        session.persist(new ByAuto());
                        session.persist(new BySequence());
                        session.persist(new ByOwnSequence());
                        session.persist(new SharingIt());
                        session.persist(new OnGetter());
                    }
                    return true;
                });
            }

            assertThat(project.<List<Long>>inHibernate(session -> List.of(
                            session.createQuery("select count(*) from ByAuto", Long.class)
                                    .getSingleResult(),
                            session.createQuery("select min(id) from ByOwnSequence", Long.class)
                                    .getSingleResult(),
                            session.createQuery(
                                            "select count(*) from SharingIt s, ByOwnSequence o where s.id = o.id",
                                            Long.class)
                                    .getSingleResult())))
                    .containsExactly(120L, 1000L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void characters_and_words_for_a_boolean_have_their_fixed_length(TestDatabase.Kind kind) {
        try (var project = new JpaProject(kind, Naming.SPRING, List.of(Switch.class)).deployed()) {
            project.inHibernate(session -> {
                session.persist(new Switch());
                return true;
            });

            assertThat(project.<List<?>>inHibernate(session -> session.createNativeQuery(
                                    "select letter || yes || truth from switch", Object.class)
                            .getResultList()))
                    .isEqualTo(List.of("xYT"));
        }
    }

    @Test
    void types_of_postgresql_are_kept() throws Exception {
        try (var project = new JpaProject(Naming.SPRING, List.of(Host.class))) {
            project.execute("create extension if not exists citext");
            project.deployed();
            var host = project.inHibernate(session -> {
                var saved = new Host();
                session.persist(saved);
                session.flush();
                session.clear();
                return session.find(Host.class, saved.id);
            });

            assertThat(host.tags).containsExactly("a", "b");
            assertThat(host.ports).containsExactly(22, 80);
            assertThat(host.place.town + host.place.floor).isEqualTo("Ulm3");
            assertThat(project.model().tables())
                    .singleElement()
                    .satisfies(table -> assertThat(table.columns())
                            .extracting(column ->
                                    column.name() + " " + column.type().display())
                            .contains("place json", "note text", "email postgresql: citext, sqlite: text"));
        }
    }

    @Test
    void sequences_have_the_names_blocks_and_first_values_of_hibernate() {
        try (var project = new JpaProject(
                Naming.SPRING, List.of(ByAuto.class, BySequence.class, ByOwnSequence.class, SharingIt.class))) {
            assertThat(project.model().sequences())
                    .extracting(sequence -> sequence.name() + " from " + sequence.start() + " by "
                            + sequence.increment() + " for " + sequence.numbers())
                    .containsExactly(
                            "by_auto_seq from 1 by 50 for [by_auto.id]",
                            "by_sequence_seq from 1 by 50 for [by_sequence.id]",
                            "numbers from 1000 by 10 for [by_own_sequence.id, sharing_it.id]");
        }
    }

    @Test
    void spring_names_them_in_snake_case() {
        try (var project = new JpaProject(Naming.SPRING, List.of(PurchaseOrder.class, StockItem.class, Buyer.class))) {
            assertThat(project.model().byName().keySet())
                    .extracting(TableName::name)
                    .containsExactly(
                            "buyer",
                            "purchase_order_shipping_notes",
                            "purchase_orders",
                            "purchase_orders_substitutes",
                            "stock_item");
            assertThat(project.model()
                            .table(TableName.of("purchase_orders"))
                            .orElseThrow()
                            .columns())
                    .extracting(lamin.schema.model.Column::name)
                    .containsExactly("id", "stock_item_id", "first_name", "bought_by");
        }
    }
}

@Entity
class Customer {
    private @Nullable Long id;
    private @Nullable String firstName;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }
}

@Entity
class Switch {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    char letter = 'x';

    @Convert(converter = YesNoConverter.class)
    boolean yes = true;

    @Convert(converter = TrueFalseConverter.class)
    boolean truth = true;
}

@Embeddable
class Place {
    @Nullable
    String town;

    int floor;

    Place() {}

    Place(String town, int floor) {
        this.town = town;
        this.floor = floor;
    }
}

@Entity
class Host {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    String[] tags = {"a", "b"};

    List<Integer> ports = List.of(22, 80);

    InetAddress address = InetAddress.getLoopbackAddress();

    @Column(columnDefinition = "citext")
    @DatabaseType(postgresql = "citext", sqlite = "text")
    String email = "Ada@example.com";

    @Column(columnDefinition = "text")
    String note = "";

    @JdbcTypeCode(SqlTypes.JSON)
    Place place = new Place("Ulm", 3);
}

@Entity
class ByAuto {
    @Id
    @GeneratedValue
    @Nullable
    Long id;
}

@Entity
class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Nullable
    Integer id;
}

@Entity
class ByOwnSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own")
    @SequenceGenerator(name = "own", sequenceName = "numbers", initialValue = 1000, allocationSize = 10)
    @Nullable
    Long id;
}

@Entity
class SharingIt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "other")
    @SequenceGenerator(name = "other", sequenceName = "numbers", initialValue = 1000, allocationSize = 10)
    @Nullable
    Long id;
}

@Entity
class OnGetter {
    private @Nullable Long id;

    @Id
    @GeneratedValue
    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}

@Entity
class Line {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    int count;

    int price;

    @Formula("count * price")
    int total;

    @ManyToOne
    @JoinFormula("(select max(other.id) from line other)")
    @Nullable
    Line newest;

    Line() {}

    Line(int count, int price) {
        this.count = count;
        this.price = price;
    }
}

enum Grade {
    URGENT,
    NORMAL
}

@Converter(autoApply = true)
class GradeConverter implements AttributeConverter<Grade, String> {
    @Override
    public String convertToDatabaseColumn(Grade grade) {
        return grade == Grade.URGENT ? "u" : "n";
    }

    @Override
    public Grade convertToEntityAttribute(String text) {
        return text.equals("u") ? Grade.URGENT : Grade.NORMAL;
    }
}

@Entity
class Ticket {
    @Id
    @Nullable
    String name;

    @Nullable
    Grade grade;

    Ticket() {}

    Ticket(String name, Grade grade) {
        this.name = name;
        this.grade = grade;
    }
}

@Entity
class Token {
    @Id
    @GeneratedValue
    @Nullable
    UUID id;
}

@Entity
class Visit {
    @Id
    @GeneratedValue
    @UuidGenerator
    @Nullable
    UUID id;
}

@Entity
@Immutable
@Unmanaged
@Table(name = "customer_name")
class CustomerName {
    @Id
    @Nullable
    Long id;

    @Nullable
    String name;
}

@Entity
class Letter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne
    @Nullable
    CustomerName to;

    Letter() {}

    Letter(CustomerName to) {
        this.to = to;
    }
}

@Entity
@Table(name = "PurchaseOrders")
class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne
    @Nullable
    StockItem stockItem;

    @Column(name = "firstName")
    @Nullable
    String first;

    @ManyToOne
    @JoinColumn(name = "boughtBy")
    @Nullable
    Buyer buyer;

    @ElementCollection
    @OrderColumn
    List<String> shippingNotes = new ArrayList<>();

    @ManyToMany
    Set<StockItem> substitutes = new HashSet<>();

    PurchaseOrder() {}

    PurchaseOrder(StockItem item) {
        this.stockItem = item;
        shippingNotes.addAll(List.of("fragile", "heavy"));
        substitutes.add(item);
    }
}

@Entity
class StockItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Nullable
    String itemName;

    StockItem() {}

    StockItem(String itemName) {
        this.itemName = itemName;
    }
}

@Entity
class Buyer {
    @Id
    @Nullable
    String name;

    @OneToMany(mappedBy = "buyer")
    List<PurchaseOrder> orders = new ArrayList<>();
}
