package com.example.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class GradeConverter implements AttributeConverter<Grade, String> {
    @Override
    public String convertToDatabaseColumn(Grade grade) {
        return grade == null ? null : grade.name().toLowerCase();
    }

    @Override
    public Grade convertToEntityAttribute(String text) {
        return text == null ? null : Grade.valueOf(text.toUpperCase());
    }
}
