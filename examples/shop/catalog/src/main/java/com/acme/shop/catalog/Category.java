package com.acme.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A category, which may be part of another one. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Category extends Entry {
    @Column(nullable = false, unique = true, length = 100)
    private String name;

    @ManyToOne
    private Category partOf;

    public Category(String name, Category partOf) {
        this.name = name;
        this.partOf = partOf;
    }
}
