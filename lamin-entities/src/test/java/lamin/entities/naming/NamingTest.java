package lamin.entities.naming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lamin.entities.EntityModelReader;
import lamin.entities.Lab;
import lamin.entities.ModuleEntities;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class NamingTest {
    @Test
    void a_table_is_called_by_prefix_and_class_in_lower_case() {
        assertThat(tableNames(CellType.class)).containsExactly("lab_celltype");
        assertThat(Lab.table("lab_celltype", CellType.class).entity()).isEqualTo("celltype");
        assertThat(Lab.table("lab_celltype", CellType.class).module()).isEqualTo("lab");
    }

    @Test
    void a_written_table_name_and_its_schema_are_kept_also_for_collections() {
        var model = EntityModelReader.read(List.of(new ModuleEntities("core", "core", List.of(Notebook.class))))
                .schema();
        assertThat(model.byName().keySet())
                .containsExactly(
                        TableName.of("core", "notebook"),
                        TableName.of("core", "notebook_labels"),
                        TableName.of("core", "notebook_parts"));
        assertThat(model.tables())
                .extracting(lamin.schema.model.Table::entity)
                .containsExactly("notebook", "notebook_labels", "notebook_parts");
    }

    @Test
    void a_table_that_does_not_imply_its_entity_names_it() {
        assertThat(Lab.table("readings", Measurement.class).entity()).isEqualTo("Measurement");
    }

    @Test
    void columns_are_properties_in_snake_case_and_references_end_in_id() {
        assertThat(columns("lab_sample", Sample.class, CellType.class))
                .containsExactly("id", "rna_seq", "created_at", "cell_type_id");
    }

    @Test
    void a_written_column_name_keeps_the_property_apart() {
        var table = Lab.table("readings", Measurement.class);
        assertThat(table.column("v").orElseThrow().property()).isEqualTo("version");
        assertThat(table.column("id").orElseThrow().property()).isEqualTo("id");
    }

    @Test
    void a_reference_to_a_key_of_two_columns_has_two() {
        assertThat(columns("lab_dose", Dose.class, Well.class, CellType.class))
                .containsExactly("id", "well_plate_id", "well_row");
    }

    @Test
    void a_many_to_many_table_is_called_by_table_and_property_and_its_columns_by_the_entities() {
        var table = Lab.table("lab_project_cell_types", Project.class, CellType.class);
        assertThat(table.columns())
                .extracting(lamin.schema.model.Column::name)
                .containsExactly("project_id", "celltype_id");
        assertThat(table.columns())
                .extracting(lamin.schema.model.Column::property)
                .containsExactly("project_id", "celltype_id");
        assertThat(table.primaryKey().columns()).containsExactly("project_id", "celltype_id");
        assertThat(table.entity()).isEqualTo("project_cell_types");
    }

    @Test
    void a_collection_of_the_same_entity_has_columns_from_and_to() {
        assertThat(columns("lab_project_parents", Project.class, CellType.class))
                .containsExactly("from_project_id", "to_project_id");
    }

    @Test
    void written_names_of_a_join_table_are_kept() {
        assertThat(columns("team", Project.class, CellType.class)).containsExactly("leader", "celltype_id");
    }

    @Test
    void the_other_side_of_a_collection_has_no_table() {
        assertThat(tableNames(Project.class, CellType.class))
                .containsExactlyInAnyOrder(
                        "lab_celltype",
                        "lab_project",
                        "lab_project_cell_types",
                        "lab_project_parents",
                        "lab_project_tag_names",
                        "lab_project_steps",
                        "lab_project_sizes",
                        "team");
    }

    @Test
    void tables_of_values_have_the_owner_and_the_property() {
        assertThat(columns("lab_project_tag_names", Project.class, CellType.class))
                .containsExactly("project_id", "tag_names");
        assertThat(columns("lab_project_steps", Project.class, CellType.class))
                .containsExactly("project_id", "steps_order", "street", "zip_code");
        assertThat(columns("lab_project_sizes", Project.class, CellType.class))
                .containsExactly("project_id", "sizes_key", "sizes");
    }

    @Test
    void an_embeddable_that_stands_twice_has_properties_of_its_own() {
        var table = Lab.table("lab_person", Person.class);
        assertThat(table.columns())
                .extracting(lamin.schema.model.Column::name)
                .containsExactly("id", "street", "zip_code", "work_street", "work_zip");
        assertThat(table.columns())
                .extracting(lamin.schema.model.Column::property)
                .containsExactly("id", "street", "zip_code", "work_street", "work_zip_code");
    }

    @Test
    void two_modules_may_have_entities_of_one_simple_name() {
        var model = EntityModelReader.read(List.of(
                        new ModuleEntities("lab", "lab", List.of(CellType.class)),
                        new ModuleEntities("twin", "twin", List.of(lamin.entities.twin.CellType.class))))
                .schema();
        assertThat(model.byName().keySet())
                .containsExactly(TableName.of("lab_celltype"), TableName.of("twin_celltype"));
        assertThat(model.ofModule("twin").tables()).hasSize(1);
    }

    @Test
    void neither_the_order_of_the_classes_nor_the_locale_matters() {
        var classes = new ArrayList<Class<?>>(
                List.of(Project.class, CellType.class, Sample.class, Well.class, Dose.class, Person.class));
        var expected = Lab.read(classes.toArray(Class<?>[]::new));
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            Collections.reverse(classes);
            assertThat(Lab.read(classes.toArray(Class<?>[]::new))).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> tableNames(Class<?>... entities) {
        return Lab.read(entities).schema().byName().keySet().stream()
                .map(TableName::name)
                .toList();
    }

    private static List<String> columns(String table, Class<?>... entities) {
        return Lab.table(table, entities).columns().stream()
                .map(lamin.schema.model.Column::name)
                .toList();
    }
}

@Entity
class CellType {
    @Id
    long id;
}

@Entity
@Table(name = "notebook", schema = "core")
class Notebook {
    @Id
    long id;

    @ElementCollection
    Set<String> labels;

    @ManyToMany
    Set<Notebook> parts;
}

@Entity
@Table(name = "readings")
class Measurement {
    @Id
    long id;

    @Column(name = "v")
    String version;
}

@Entity
class Sample {
    String RNASeq;

    String createdAt;

    @ManyToOne
    CellType cellType;

    @Id
    long id;
}

@Embeddable
class WellKey implements Serializable {
    int row;

    @ManyToOne
    CellType plate;
}

@Entity
class Well {
    @EmbeddedId
    WellKey key;
}

@Entity
class Dose {
    @Id
    long id;

    @ManyToOne
    Well well;
}

@Entity
class Project {
    @Id
    long id;

    @ManyToMany
    Set<CellType> cellTypes;

    @ManyToMany
    Set<Project> parents;

    @ManyToMany(mappedBy = "parents")
    Set<Project> children;

    @OneToMany
    @JoinTable(name = "team", joinColumns = @jakarta.persistence.JoinColumn(name = "leader"))
    Set<CellType> members;

    @ElementCollection
    Set<String> tagNames;

    @ElementCollection
    @OrderColumn
    List<Address> steps;

    @ElementCollection
    Map<String, Integer> sizes;
}

@Embeddable
class Address {
    String street;

    String zipCode;
}

@Entity
class Person {
    @Id
    long id;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street"))
    @AttributeOverride(name = "zipCode", column = @Column(name = "work_zip"))
    Address work;
}
