package lamin.entities.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import lamin.entities.Lab;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class InheritanceTest {
    @Test
    void columns_of_a_mapped_superclass_come_first_but_for_the_key() {
        assertThat(Lab.table("lab_tissue", Tissue.class).columns())
                .extracting(column -> column.name())
                .containsExactly("id", "uid", "creator_id", "name");
    }

    @Test
    void a_single_table_has_the_columns_of_all() {
        var table = Lab.table("lab_animal", Animal.class, Cat.class, Dog.class);
        assertThat(table.columns())
                .extracting(column -> column.name())
                .containsExactly("id", "dtype", "name", "lives", "tricks");
        assertThat(table.column("lives").orElseThrow().nullable()).isTrue();
        assertThat(table.column("dtype").orElseThrow().nullable()).isFalse();
        assertThat(table.checks()).isEmpty();
        assertThat(table.entity()).isEqualTo("animal");
    }

    /** Rows of no other class are in the table. */
    @Test
    void a_column_that_all_classes_of_a_single_table_have_may_be_required() {
        var table = Lab.table("lab_sensor", Sensor.class, Probe.class, FineProbe.class);
        assertThat(table.column("depth").orElseThrow().nullable()).isFalse();
    }

    @Test
    void a_joined_table_shares_the_key_of_its_parent() {
        var model = Lab.read(Vehicle.class, Car.class).schema();
        var car = model.table(TableName.of("lab_car")).orElseThrow();
        assertThat(car.columns()).extracting(column -> column.name()).containsExactly("id", "doors");
        assertThat(car.primaryKey()).isEqualTo(PrimaryKey.of("id"));
        assertThat(car.foreignKeys()).containsExactly(ForeignKey.of("id", TableName.of("lab_vehicle")));
        assertThat(car.indexes()).isEmpty();
        assertThat(car.column("id").orElseThrow().identity()).isFalse();
        assertThat(model.table(TableName.of("lab_vehicle"))
                        .orElseThrow()
                        .columns()
                        .getFirst()
                        .identity())
                .isTrue();
    }
}

@MappedSuperclass
abstract class Tracked {
    String uid;

    @ManyToOne
    Tissue creator;
}

@Entity
class Tissue extends Tracked {
    @Id
    long id;

    String name;
}

@Entity
abstract class Animal {
    @Id
    long id;

    String name;
}

@Entity
class Cat extends Animal {
    int lives;
}

@Entity
class Dog extends Animal {
    String tricks;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;
}

@Entity
class Car extends Vehicle {
    int doors;
}

@Entity
abstract class Sensor {
    @Id
    long id;
}

@Entity
class Probe extends Sensor {
    @Column(nullable = false)
    Integer depth;
}

@Entity
class FineProbe extends Probe {}
