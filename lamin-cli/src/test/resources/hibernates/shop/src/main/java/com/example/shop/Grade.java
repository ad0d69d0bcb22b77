package com.example.shop;

public enum Grade {
    USUAL,
    URGENT
}
