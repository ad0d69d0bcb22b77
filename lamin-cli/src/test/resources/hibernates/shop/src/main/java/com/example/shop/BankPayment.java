package com.example.shop;

import jakarta.persistence.Entity;

@Entity
public class BankPayment extends Payment {
    String iban;
}
