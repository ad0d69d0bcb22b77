package com.example.shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.SoftDelete;

@Entity
@SoftDelete
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    /** A collection whose rows are marked as deleted. */
    @ElementCollection
    @SoftDelete
    List<String> aliases = new ArrayList<>();

    /** Collections of a soft-deleted entity: from 7.4 on, their rows are marked too. */
    @ElementCollection
    List<String> colours = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "product_customer")
    List<Customer> ratedBy = new ArrayList<>();
}
