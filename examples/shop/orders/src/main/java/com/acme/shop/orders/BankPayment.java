package com.acme.shop.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** By bank transfer. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class BankPayment extends Payment {
    @Column(length = 34)
    private String iban;

    public BankPayment(BigDecimal amount, String iban) {
        super(amount);
        this.iban = iban;
    }
}
