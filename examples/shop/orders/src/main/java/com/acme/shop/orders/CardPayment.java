package com.acme.shop.orders;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** By card. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CardPayment extends Payment {
    private String lastDigits;

    public CardPayment(BigDecimal amount, String lastDigits) {
        super(amount);
        this.lastDigits = lastDigits;
    }
}
