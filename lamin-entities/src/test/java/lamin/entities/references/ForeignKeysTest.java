package lamin.entities.references;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Set;
import lamin.entities.EntityModelReader;
import lamin.entities.Lab;
import lamin.entities.ModuleEntities;
import lamin.entities.twin.CellType;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.TableName;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForeignKeysTest {
    private static final TableName RUN = TableName.of("lab_run");

    private static lamin.schema.model.Table step() {
        return Lab.table("lab_step", Step.class, Run.class);
    }

    @Test
    void a_reference_is_a_foreign_key_without_a_name_or_action() {
        assertThat(step().foreignKeys()).contains(Constraint.ForeignKey.of("plain_id", RUN));
    }

    @Test
    @Tag("jpa-3.2")
    void name_action_and_deferrability_are_kept() {
        assertThat(step().foreignKeys())
                .contains(
                        Constraint.ForeignKey.of("named_id", RUN).withName("step_of_run"),
                        Constraint.ForeignKey.of("cascading_id", RUN).withOnDelete(OnDelete.CASCADE),
                        Constraint.ForeignKey.of("clearing_id", RUN).withOnDelete(OnDelete.SET_NULL),
                        Constraint.ForeignKey.of("restricting_id", RUN).withOnDelete(OnDelete.RESTRICT),
                        Constraint.ForeignKey.of("deferred_id", RUN).withDeferrable(true));
    }

    @Test
    void a_one_to_one_is_unique_and_needs_no_index() {
        assertThat(step().uniques()).containsExactly(UniqueConstraint.of("only_id"));
        assertThat(step().foreignKeys()).contains(Constraint.ForeignKey.of("only_id", RUN));
        assertThat(step().indexes()).doesNotContain(Index.on("only_id")).contains(Index.on("plain_id"));
    }

    @Test
    void a_reference_to_another_column_has_its_type() {
        assertThat(step().foreignKeys())
                .contains(Constraint.ForeignKey.of("by_uid_id", RUN).withTarget(RUN, List.of("uid")));
        assertThat(step().column("by_uid_id").orElseThrow().type()).isEqualTo(new ColumnType.VarChar(12));
    }

    @Test
    void a_list_of_children_without_a_table_is_a_column_of_the_children() {
        var table = Lab.table("lab_part", Whole.class, Part.class);
        assertThat(table.columns())
                .extracting(lamin.schema.model.Column::property)
                .containsExactly("id", "parts_id");
        assertThat(table.foreignKeys())
                .containsExactly(Constraint.ForeignKey.of("parts_id", TableName.of("lab_whole")));
    }

    @Test
    void a_foreign_key_points_into_another_module() {
        var model = EntityModelReader.read(List.of(
                        new ModuleEntities("lab", "lab", List.of(Assay.class)),
                        new ModuleEntities("twin", "twin", List.of(CellType.class))))
                .schema();
        assertThat(model.table(TableName.of("lab_assay")).orElseThrow().foreignKeys())
                .containsExactly(Constraint.ForeignKey.of("cell_type_id", TableName.of("twin_celltype")));
        assertThat(model.table(TableName.of("lab_assay_all")).orElseThrow().module())
                .isEqualTo("lab");
    }
}

@Entity
class Run {
    @Id
    long id;

    @Column(length = 12)
    String uid;
}

@Entity
class Step {
    @Id
    long id;

    @ManyToOne
    Run plain;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "step_of_run"))
    Run named;

    @ManyToOne
    @org.hibernate.annotations.OnDelete(action = OnDeleteAction.CASCADE)
    Run cascading;

    @ManyToOne
    @org.hibernate.annotations.OnDelete(action = OnDeleteAction.SET_NULL)
    Run clearing;

    @ManyToOne
    @org.hibernate.annotations.OnDelete(action = OnDeleteAction.RESTRICT)
    Run restricting;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "DEFERRABLE initially deferred"))
    Run deferred;

    @OneToOne
    Run only;

    @ManyToOne
    @JoinColumn(referencedColumnName = "uid")
    Run byUid;
}

@Entity
class Whole {
    @Id
    long id;

    @OneToMany
    @JoinColumn
    List<Part> parts;
}

@Entity
class Part {
    @Id
    long id;
}

@Entity
class Assay {
    @Id
    long id;

    @ManyToOne
    CellType cellType;

    @ManyToMany
    Set<CellType> all;
}
