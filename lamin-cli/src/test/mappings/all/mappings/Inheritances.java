package mappings;

import jakarta.persistence.*;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.*;

final class Inheritances implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Inheritance and tables");
        features.value("single table", SingleRoot.class, "a", "b").with(SingleLeft.class, SingleRight.class);
        features.value("single table, a row of a subclass", SingleChild.class, 1, 2).with(SingleBase.class);
        features.value("single table, `@DiscriminatorColumn(INTEGER)`", SingleNumberChild.class, 1, 2).with(SingleNumber.class);
        features.value("single table, `@DiscriminatorColumn(CHAR)`", SingleLetterChild.class, 1, 2).with(SingleLetter.class);
        features.value("single table, `@DiscriminatorFormula`", SingleFormulaChild.class, 1, 2).with(SingleFormula.class);
        features.value("single table, a `NOT NULL` column of a subclass", SingleStrictChild.class, "a", "b")
                .with(SingleStrict.class)
                .refused();
        features.value("single table, a primitive of a subclass", SinglePrimitiveChild.class, 1, 2).with(SinglePrimitive.class);
        features.value("single table, `@Basic(optional = false)` in a subclass", SingleOptionalChild.class, "a", "b").with(SingleOptional.class);
        features.value("joined", JoinedChild.class, 1, 2).with(JoinedRoot.class);
        features.value("joined, `@PrimaryKeyJoinColumn`", JoinedNamedChild.class, 1, 2).with(JoinedNamed.class);
        features.value("joined, `@DiscriminatorColumn`", JoinedTypedChild.class, 1, 2).with(JoinedTyped.class);
        features.value("joined, three levels", JoinedLeaf.class, 1, 2).with(JoinedTop.class, JoinedMiddle.class);
        features.value("one table per class", UnionChild.class, 1, 2).with(UnionRoot.class).refused();
        features.value("`@SecondaryTable`", Secondary.class, "a", "b");
        features.value("`@Table(name = ...)`", TableNamed.class, "a", "b");
        features.value("`@Table(schema = ...)`", TableInSchema.class, "a", "b").notOnSqlite("it has no schemas");
        features.value("quoted identifiers", TableQuoted.class, "a", "b");
        features.value("names that are words of SQL, quoted", TableWords.class, "a", "b");
        features.value("names in mixed case with Spring's strategy", TableMixedCase.class, "a", "b");
        features.value("names in mixed case with JPA's strategy", TableJpaCase.class, "a", "b")
                .namedByJpa()
                .notOnSqlite("its validation compares names with their case, unless"
                        + " hibernate.hbm2ddl.jdbc_metadata_extraction_strategy is individually");
        features.value("quoted names in mixed case with JPA's strategy", TableJpaQuoted.class, "a", "b").namedByJpa();
        features.value("`hibernate.globally_quoted_identifiers`", TableGlobal.class, "a", "b")
                .setting("hibernate.globally_quoted_identifiers", true)
                .unsupportedFrom7("migrations do not know the setting, and Hibernate 7 leaves quoted names in mixed case");
        features.value("`@Entity(name = ...)`", TableEntityName.class, "a", "b");
        features.value("`@Table(indexes = @Index)`", TableIndexed.class, "a", "b");
        features.value("`@Table(uniqueConstraints)`", TableUnique.class, "a", "b");
        features.add(
                "`@Immutable` (an update is ignored)",
                TableImmutable.class,
                s -> {
                    var row = new TableImmutable();
                    row.value = "a";
                    return row;
                },
                row -> row.value,
                "a",
                (s, row) -> row.value = "b",
                "a");
    }
}

@Entity
class SingleRoot extends Row {
    String value;
}

@Entity
class SingleLeft extends SingleRoot {
    Integer left1;
}

@Entity
class SingleRight extends SingleRoot {
    String right1;
}

@Entity
class SingleBase extends Row {}

@Entity
class SingleChild extends SingleBase {
    Integer value;
}

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class SingleNumber extends Row {}

@Entity
@DiscriminatorValue("2")
class SingleNumberChild extends SingleNumber {
    Integer value;
}

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class SingleLetter extends Row {}

@Entity
@DiscriminatorValue("B")
class SingleLetterChild extends SingleLetter {
    Integer value;
}

@Entity
@DiscriminatorFormula("case when value is null then 'P' else 'C' end")
@DiscriminatorValue("P")
class SingleFormula extends Row {}

@Entity
@DiscriminatorValue("C")
class SingleFormulaChild extends SingleFormula {
    Integer value;
}

@Entity
class SingleStrict extends Row {}

@Entity
class SingleStrictChild extends SingleStrict {
    @Column(nullable = false)
    String value;
}

@Entity
class SinglePrimitive extends Row {}

@Entity
class SinglePrimitiveChild extends SinglePrimitive {
    int value;
}

@Entity
class SingleOptional extends Row {}

@Entity
class SingleOptionalChild extends SingleOptional {
    @Basic(optional = false)
    String value;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class JoinedRoot extends Row {
    String base = "b";
}

@Entity
class JoinedChild extends JoinedRoot {
    int value;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class JoinedNamed extends Row {}

@Entity
@PrimaryKeyJoinColumn(name = "base_id")
class JoinedNamedChild extends JoinedNamed {
    int value;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
class JoinedTyped extends Row {}

@Entity
class JoinedTypedChild extends JoinedTyped {
    int value;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class JoinedTop extends Row {}

@Entity
class JoinedMiddle extends JoinedTop {
    int middle = 5;
}

@Entity
class JoinedLeaf extends JoinedMiddle {
    int value;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class UnionRoot {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class UnionChild extends UnionRoot {
    int value;
}

@Entity
@SecondaryTable(name = "secondary_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "secondary_id"))
class Secondary extends Row {
    String main = "m";

    @Column(table = "secondary_details")
    String value;
}

@Entity
@Table(name = "named_things")
class TableNamed extends Row {
    String value;
}

@Entity
@Table(name = "in_schema", schema = "mapping_schema")
class TableInSchema extends Row {
    String value;
}

@Entity
@Table(name = "`Quoted Things`")
class TableQuoted extends Row {
    @Column(name = "`Some Value`")
    String value;
}

@Entity
@Table(name = "\"order\"")
class TableWords extends Row {
    @Column(name = "\"group\"")
    String value;
}

@Entity
@Table(name = "MixedCaseThings")
class TableMixedCase extends Row {
    @Column(name = "someValue")
    String value;
}

@Entity
class TableJpaCase extends Row {
    @Column(name = "someValue")
    String value;
}

@Entity
@Table(name = "`JpaQuoted`")
class TableJpaQuoted extends Row {
    @Column(name = "`someValue`")
    String value;
}

@Entity
class TableGlobal extends Row {
    String value;
}

@Entity(name = "Renamed")
class TableEntityName extends Row {
    String value;
}

@Entity
@Table(indexes = {@Index(columnList = "value"), @Index(name = "indexed_both", columnList = "value desc, id")})
class TableIndexed extends Row {
    String value;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "unique_value", columnNames = {"value", "edition"}))
class TableUnique extends Row {
    String value;
    int edition = 1;
}

@Entity
@Immutable
class TableImmutable extends Row {
    String value;
}
