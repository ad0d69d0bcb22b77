package com.example.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.Version;
import org.hibernate.cfg.Configuration;

/** The service: validates the tables, saves a row of each entity, and reads them back in other sessions. */
public final class Trial {
    private Trial() {}

    public static void main(String[] arguments) {
        try (var factory = factory(arguments[0])) {
            var customer = customer(factory);
            var product = product(factory, customer);
            purchase(factory, customer, product);
            payments(factory);
            softDelete(factory, product);
        }
        System.out.println("Hibernate " + Version.getVersionString());
    }

    private static SessionFactory factory(String url) {
        var configuration = new Configuration()
                .setProperty("jakarta.persistence.jdbc.url", url)
                .setProperty("hibernate.physical_naming_strategy", snakeCase());
        if (url.startsWith("jdbc:sqlite:")) {
            // not validated: there even tables that Hibernate has made itself do not pass
            configuration.setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        } else {
            configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        }
        List.of(Customer.class, Product.class, Purchase.class, Payment.class, CardPayment.class, BankPayment.class)
                .forEach(configuration::addAnnotatedClass);
        configuration.addAttributeConverter(GradeConverter.class);
        return configuration.buildSessionFactory();
    }

    /** As Spring Boot sets it: until 3.5, and from 4.0 on. */
    private static String snakeCase() {
        return "org.hibernate.boot.model.naming."
                + (Version.getVersionString().startsWith("6.")
                        ? "CamelCaseToUnderscoresNamingStrategy"
                        : "PhysicalNamingStrategySnakeCaseImpl");
    }

    private static long customer(SessionFactory factory) {
        var customer = new Customer();
        customer.setFirstName("Ada");
        customer.setGrade(Grade.URGENT);
        factory.inTransaction(session -> session.persist(customer));
        factory.inTransaction(session -> {
            var found = session.find(Customer.class, customer.getId());
            same("Ada", found.getFirstName());
            same(Grade.URGENT, found.getGrade());
        });
        return customer.getId();
    }

    private static long product(SessionFactory factory, long customer) {
        var product = new Product();
        product.name = "bolt";
        product.aliases.add("screw");
        product.aliases.add("nail");
        product.colours.add("red");
        product.colours.add("blue");
        factory.inTransaction(session -> {
            product.ratedBy.add(session.find(Customer.class, customer));
            session.persist(product);
        });
        factory.inTransaction(session -> {
            var found = session.find(Product.class, product.id);
            found.aliases.remove("nail");
            found.colours.remove("red");
        });
        factory.inTransaction(session -> {
            var found = session.find(Product.class, product.id);
            same("bolt", found.name);
            same(List.of("screw"), List.copyOf(found.aliases));
            same(List.of("blue"), List.copyOf(found.colours));
            same("Ada", found.ratedBy.getFirst().getFirstName());
        });
        return product.id;
    }

    private static void purchase(SessionFactory factory, long customer, long product) {
        var purchase = new Purchase();
        factory.inTransaction(session -> {
            purchase.customer = session.find(Customer.class, customer);
            purchase.deliveredTo = new Address("Main Street", "12345");
            purchase.status = Purchase.Status.SHIPPED;
            purchase.formerStatus = Purchase.Status.OPEN;
            purchase.price = new BigDecimal("12.50");
            purchase.quantity = 3;
            purchase.orderedOn = LocalDate.of(2026, 12, 1);
            purchase.shippedAt = Instant.parse("2026-12-01T10:15:30Z");
            purchase.paid = true;
            purchase.signature = new byte[] {1, 2, 3};
            purchase.notes.addAll(List.of("b", "a"));
            purchase.labels.add("fragile");
            purchase.attributes.put("colour", "red");
            purchase.products.add(session.find(Product.class, product));
            purchase.receivers.add(purchase.customer);
            session.persist(purchase);
        });
        factory.inTransaction(session -> {
            var found = session.find(Purchase.class, purchase.id);
            same("Ada", found.customer.getFirstName());
            same(new Address("Main Street", "12345"), found.deliveredTo);
            same(Purchase.Status.SHIPPED, found.status);
            same(Purchase.Status.OPEN, found.formerStatus);
            same(0, new BigDecimal("12.50").compareTo(found.price));
            same(6, found.doubled);
            same(LocalDate.of(2026, 12, 1), found.orderedOn);
            same(Instant.parse("2026-12-01T10:15:30Z"), found.shippedAt);
            same(true, found.paid);
            same(true, Arrays.equals(new byte[] {1, 2, 3}, found.signature));
            same(List.of("b", "a"), List.copyOf(found.notes));
            same(Set.of("fragile"), Set.copyOf(found.labels));
            same(Map.of("colour", "red"), Map.copyOf(found.attributes));
            same("bolt", found.products.iterator().next().name);
            same(1, found.receivers.size());
            found.receivers.clear();
            found.notes.remove("b");
        });
        factory.inTransaction(session -> {
            var found = session.find(Purchase.class, purchase.id);
            same(0, found.receivers.size());
            same(List.of("a"), List.copyOf(found.notes));
        });
    }

    private static void payments(SessionFactory factory) {
        var card = new CardPayment();
        card.cardNumber = "1";
        var bank = new BankPayment();
        bank.iban = "2";
        factory.inTransaction(session -> {
            session.persist(card);
            session.persist(bank);
        });
        factory.inTransaction(session -> {
            same("1", ((CardPayment) session.find(Payment.class, card.id)).cardNumber);
            same("2", ((BankPayment) session.find(Payment.class, bank.id)).iban);
        });
    }

    private static void softDelete(SessionFactory factory, long product) {
        factory.inTransaction(session -> {
            var other = new Product();
            other.name = "nut";
            session.persist(other);
            session.flush();
            session.remove(other);
        });
        factory.inTransaction(session -> {
            same("bolt", session.find(Product.class, product).name);
            same(1, session.createQuery("from Product", Product.class).list().size());
        });
    }

    private static void same(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }
}
