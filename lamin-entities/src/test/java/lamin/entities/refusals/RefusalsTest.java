package lamin.entities.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.Blob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lamin.entities.Lab;
import lamin.entities.twin.CellType;
import lamin.schema.DatabaseType;
import lamin.schema.ErrorCode;
import lamin.schema.internal.entities.EntityMappingException;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    @Test
    @Tag("jpa-3.2")
    void all_problems_are_reported_together_with_the_line_to_write_instead() {
        assertThat(problems(Wrong.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .contains("Wrong.id", "@GeneratedValue(strategy = GenerationType.IDENTITY)"),
                        problem -> assertThat(problem)
                                .contains(
                                        "Wrong.defined",
                                        "columnDefinition = \"money\"",
                                        "@DatabaseType(postgresql = \"money\""),
                        problem -> assertThat(problem).contains("Wrong.large", "@Column(length = Length.LONG32)"),
                        problem -> assertThat(problem).contains("Wrong.blob", "byte[] without @Lob"),
                        problem -> assertThat(problem).contains("Wrong.list", "ArrayList", "SqlTypes.JSON"),
                        problem -> assertThat(problem).contains("Wrong: ", "names nothing", "id, defined"),
                        problem -> assertThat(problem).contains("Wrong: ", "nulls not distinct", "where"),
                        problem ->
                                assertThat(problem).contains("self_id", "on update", "deferrable initially deferred"));
    }

    @Test
    void an_entity_inside_a_class_is_refused() {
        assertThat(problems(Outer.Inner.class))
                .anySatisfy(problem -> assertThat(problem).contains("Inner.java"));
    }

    @Test
    void a_default_without_sql_is_refused() {
        assertThat(problems(WithoutDefault.class))
                .singleElement()
                .asString()
                .contains("WithoutDefault.state", "@ColumnDefault(\"''\")");
    }

    @Test
    void a_column_of_one_class_that_rows_of_another_in_its_table_lack_is_refused() {
        assertThat(problems(Reagent.class, Antibody.class, Diluted.class, Buffer.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .contains(
                                        "refusals.Antibody.dilution: column dilution is NOT NULL",
                                        "table lab_reagent also holds rows of Reagent",
                                        "leave off nullable = false, write @ColumnDefault(...)",
                                        "InheritanceType.JOINED) on Reagent"),
                        problem -> assertThat(problem).contains("Buffer.recipe: column recipe_id is NOT NULL"),
                        problem -> assertThat(problem).contains("Buffer.maker: column maker_name is NOT NULL"));
    }

    @Test
    void what_is_no_entity_is_refused() {
        assertThat(problems(String.class)).singleElement().asString().contains("java.lang.String", "@Entity");
    }

    @Test
    void two_entities_of_one_table_are_refused_with_both_names() {
        assertThat(problems(First.class, Second.class))
                .singleElement()
                .asString()
                .contains("refusals.First", "refusals.Second", "table things");
    }

    @Test
    void a_schema_makes_no_difference_where_sqlite_would_have_none() {
        assertThat(problems(Flat.class, InSchema.class))
                .singleElement()
                .asString()
                .contains("refusals.Flat", "refusals.InSchema", "core_notebook");
    }

    @Test
    void a_join_table_that_is_an_entity_too_is_refused() {
        assertThat(problems(Joining.class, First.class))
                .anySatisfy(problem -> assertThat(problem).contains("Joining.firsts", "refusals.First"));
    }

    @Test
    void a_target_whose_module_is_not_there_is_named() {
        assertThat(problems(Lonely.class))
                .singleElement()
                .asString()
                .contains("refusals.Lonely.cellType", "lamin.entities.twin.CellType");
    }

    @Test
    void one_table_per_class_is_refused() {
        assertThat(problems(Shape.class, Circle.class))
                .singleElement()
                .asString()
                .contains("Circle", "JOINED");
    }

    @Test
    void a_large_object_in_a_column_of_text_is_refused_because_its_number_would_be_the_value() {
        assertThat(problems(Letter.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("Letter.text", "@DatabaseType(postgresql = \"oid\""),
                        problem -> assertThat(problem).contains("Letter.attachment", "byte[] without @Lob"));
        assertThat(Lab.table("lab_keptletter", KeptLetter.class).columns())
                .extracting(column -> column.type().display())
                .containsExactly("int64", "postgresql: oid, sqlite: text");
    }

    @Test
    void an_enum_type_is_refused_with_the_statement_that_creates_it() {
        assertThat(problems(Signal.class))
                .singleElement()
                .asString()
                .contains(
                        "Signal.light",
                        "@Enumerated(EnumType.STRING) without @JdbcTypeCode",
                        "@DatabaseType(postgresql = \"light\", sqlite = \"text\")",
                        "create type light as enum ('GREEN', 'AMBER')");
    }

    @Test
    void a_composite_type_is_refused() {
        assertThat(problems(Desk.class)).singleElement().asString().contains("Desk.place", "SqlTypes.JSON");
    }

    @Test
    @Tag("jpa-3.2")
    void sql_that_is_appended_to_a_column_is_refused() {
        assertThat(problems(Stored.class))
                .singleElement()
                .asString()
                .contains("Stored.text", "options = \"storage external\"", "op.execute(");
    }

    @Test
    void what_stops_hibernate_is_reported_with_all_other_problems() {
        assertThat(problems(Lonely.class, LonelyToo.class, NeedsLonely.class, WithoutDefault.class, Signal.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("refusals.Lonely.cellType"),
                        problem -> assertThat(problem).contains("refusals.LonelyToo.cellType"),
                        problem -> assertThat(problem).contains("WithoutDefault.state"),
                        problem -> assertThat(problem).contains("Signal.light"));
    }

    @Test
    void a_failure_that_names_no_class_is_reported_with_the_entity_that_causes_it() {
        assertThat(problems(First.class, Failing.class, NeedsFailing.class, WithoutDefault.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .contains("refusals.Failing: Hibernate ", "cannot read it", "not in the mood"),
                        problem -> assertThat(problem).contains("WithoutDefault.state"));
    }

    private static List<String> problems(Class<?>... entities) {
        var exception = catchThrowableOfType(EntityMappingException.class, () -> Lab.read(entities));
        assertThat(exception.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(exception).hasMessage(String.join("\n", exception.problems()));
        return exception.problems();
    }
}

@Entity
@Table(
        indexes = {
            @Index(columnList = "nothing"),
            @Index(columnList = "defined", unique = true, options = "nulls not distinct"),
        })
class Wrong {
    @Id
    @GeneratedValue
    Long id;

    @Column(columnDefinition = "money")
    String defined;

    @Lob
    String large;

    @Lob
    byte[] blob;

    ArrayList<String> list;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "on update cascade"))
    Wrong self;
}

@Entity
class WithoutDefault {
    @Id
    long id;

    @ColumnDefault("")
    String state;
}

class Outer {
    @Entity
    static class Inner {
        @Id
        long id;
    }
}

@Entity
@Table(name = "things")
class First {
    @Id
    long id;
}

@Entity
@Table(name = "things")
class Second {
    @Id
    long id;

    String name;
}

@Entity
@Table(name = "core_notebook")
class Flat {
    @Id
    long id;
}

@Entity
@Table(name = "notebook", schema = "core")
class InSchema {
    @Id
    long id;
}

@Entity
class Joining {
    @Id
    long id;

    @ManyToMany
    @JoinTable(name = "things")
    Set<First> firsts;
}

@Entity
class Lonely {
    @Id
    long id;

    @ManyToOne
    CellType cellType;
}

@Entity
class LonelyToo {
    @Id
    long id;

    @ManyToOne
    CellType cellType;
}

@Entity
class NeedsLonely {
    @Id
    long id;

    @ManyToOne
    Lonely lonely;
}

@Entity
class Letter {
    @Id
    long id;

    @Lob
    @Column(columnDefinition = "text")
    String text;

    @DatabaseType(postgresql = "bytea", sqlite = "blob")
    Blob attachment;
}

@Entity
class KeptLetter {
    @Id
    long id;

    @Lob
    @DatabaseType(postgresql = "oid", sqlite = "text")
    String text;
}

enum Light {
    GREEN,
    AMBER
}

@Entity
class Signal {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Light light;
}

@Embeddable
@Struct(name = "desk_place")
class DeskPlace {
    String room;
    int number;
}

@Entity
class Desk {
    @Id
    long id;

    DeskPlace place;
}

@Entity
class Stored {
    @Id
    long id;

    @Column(options = "storage external")
    String text;
}

@Entity
class Failing {
    @Id
    long id;

    @Type(MoodyType.class)
    String text;
}

@Entity
class NeedsFailing {
    @Id
    long id;

    @ManyToOne
    Failing failing;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Shape {
    @Id
    long id;
}

@Entity
class Circle extends Shape {
    int radius;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Reagent {
    @Id
    long id;

    @Column(nullable = false)
    String name;
}

@Entity
class Antibody extends Reagent {
    @Column(nullable = false)
    Integer dilution;

    @Column(nullable = false)
    @ColumnDefault("'goat'")
    String host;

    String clone;

    int lot;
}

@Entity
class Diluted extends Antibody {}

@Entity
class Buffer extends Reagent {
    @ManyToOne
    @JoinColumn(nullable = false)
    Reagent recipe;

    @Embedded
    Maker maker;
}

@Embeddable
class Maker {
    @Column(name = "maker_name", nullable = false)
    String name;
}
