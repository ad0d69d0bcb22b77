package com.acme.shop.orders;

import jakarta.persistence.Embeddable;

/** Where something is sent. */
@Embeddable
public record Address(String street, String town) {}
