package com.acme.shop.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.type.YesNoConverter;

/** A product. */
@Entity
@Table(indexes = @Index(columnList = "name, sold_since"))
@Getter
@Setter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Product extends Entry {
    @Column(nullable = false, unique = true, length = 20)
    private String sku;

    @Column(nullable = false)
    private String name;

    @Column(length = Length.LONG32)
    private String description;

    @Embedded
    private Price price;

    @Enumerated(EnumType.STRING)
    @ColumnDefault("'IN_STOCK'")
    private Availability availability = Availability.IN_STOCK;

    @Convert(converter = YesNoConverter.class)
    private boolean fragile;

    private char size = 'M';

    private LocalDate soldSince;

    private byte[] thumbnail;

    @Formula("amount * 119 / 100")
    private BigDecimal withTax;

    @ManyToMany
    private Set<Category> categories = new HashSet<>();

    @ElementCollection
    @OrderColumn
    private List<String> pictures = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "product_names")
    @MapKeyColumn(name = "language", length = 5)
    private Map<String, String> names = new HashMap<>();

    public Product(String sku, String name, Price price) {
        this.sku = sku;
        this.name = name;
        this.price = price;
    }
}
