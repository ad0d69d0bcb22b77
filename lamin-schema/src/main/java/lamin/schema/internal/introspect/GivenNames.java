package lamin.schema.internal.introspect;

import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Gives the keys and indexes of a table their names in the database, except generated ones. */
public record GivenNames(TableName table) {

    public PrimaryKey name(PrimaryKey key, @Nullable String found) {
        return new PrimaryKey(given(found, new PrimaryKey(null, key.columns()).nameIn(table)), key.columns());
    }

    public ForeignKey name(ForeignKey key, @Nullable String found) {
        return key.withName(given(found, key.withName(null).nameIn(table)));
    }

    public UniqueConstraint name(UniqueConstraint unique, @Nullable String found) {
        return new UniqueConstraint(
                given(found, new UniqueConstraint(null, unique.columns()).nameIn(table)), unique.columns());
    }

    public CheckConstraint name(CheckConstraint check, @Nullable String found) {
        return new CheckConstraint(
                given(found, new CheckConstraint(null, check.expression()).nameIn(table)), check.expression());
    }

    public Index name(Index index, @Nullable String found) {
        return index.named(given(found, index.named(null).nameIn(table)));
    }

    private static @Nullable String given(@Nullable String found, String generated) {
        return generated.equals(found) ? null : found;
    }
}
