package com.acme.shop.catalog;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.Getter;
import org.hibernate.annotations.CreationTimestamp;

/** What all records of the catalog have. */
@MappedSuperclass
@Getter
public abstract class Entry {
    @Id
    @GeneratedValue
    private Long id;

    @Version
    private int version;

    @CreationTimestamp
    private Instant createdAt;
}
