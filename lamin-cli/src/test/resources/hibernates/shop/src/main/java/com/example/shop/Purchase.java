package com.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SoftDelete;

@Entity
public class Purchase {
    public enum Status {
        OPEN,
        SHIPPED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @ManyToOne
    Customer customer;

    @Embedded
    Address deliveredTo;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.ORDINAL)
    Status formerStatus;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    int quantity;

    @Formula("quantity * 2")
    int doubled;

    LocalDate orderedOn;
    Instant shippedAt;
    boolean paid;
    byte[] signature;

    @ElementCollection
    @OrderColumn
    List<String> notes = new ArrayList<>();

    @ElementCollection
    Set<String> labels = new HashSet<>();

    @ElementCollection
    Map<String, String> attributes = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "purchase_product")
    Set<Product> products = new HashSet<>();

    @ManyToMany
    @JoinTable(name = "purchase_gift")
    @SoftDelete
    List<Customer> receivers = new ArrayList<>();
}
