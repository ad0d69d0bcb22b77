package lamin.entities.columns;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lamin.entities.Lab;
import lamin.schema.model.DefaultValue;
import lamin.schema.sql.SqlExpression;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void the_key_comes_first_and_the_others_as_they_were_written() {
        assertThat(Lab.table("lab_sample", Sample.class).columns())
                .extracting(lamin.schema.model.Column::name)
                .containsExactly(
                        "id",
                        "zone",
                        "count",
                        "must",
                        "parent_id",
                        "origin_id",
                        "created_at",
                        "state",
                        "twice",
                        "name",
                        "lock");
    }

    @Test
    void primitives_and_what_is_not_optional_are_not_null() {
        assertThat(Lab.table("lab_sample", Sample.class).columns().stream()
                        .filter(column -> !column.nullable())
                        .map(lamin.schema.model.Column::name))
                .containsExactly("id", "count", "must", "origin_id", "twice", "lock");
    }

    @Test
    void an_identity_key_is_numbered_by_the_database() {
        assertThat(column("id").identity()).isTrue();
        assertThat(column("count").identity()).isFalse();
        assertThat(Lab.table("lab_token", Token.class)
                        .column("id")
                        .orElseThrow()
                        .identity())
                .isFalse();
    }

    @Test
    void defaults_are_read_as_sql_writes_them() {
        assertThat(column("created_at").defaultValue()).isEqualTo(new DefaultValue.Now());
        assertThat(column("state").defaultValue()).isEqualTo(DefaultValue.of("new"));
        assertThat(column("count").defaultValue()).isEqualTo(DefaultValue.of(1));
        assertThat(column("zone").defaultValue()).isNull();
    }

    @Test
    @Tag("jpa-3.2")
    void generated_columns_collations_and_comments_are_kept() {
        assertThat(column("twice").generatedAs()).isEqualTo(SqlExpression.of("count * 2"));
        assertThat(column("name").collation()).isEqualTo("C");
        assertThat(column("zone").comment()).isEqualTo("Where it was taken.");
        assertThat(Lab.table("lab_sample", Sample.class).comment()).isEqualTo("What was taken.");
    }

    private static lamin.schema.model.Column column(String name) {
        return Lab.table("lab_sample", Sample.class).column(name).orElseThrow();
    }
}

@Entity
@Table(comment = "What was taken.")
class Sample {
    @Column(comment = "Where it was taken.")
    String zone;

    @ColumnDefault("1")
    int count;

    @Column(nullable = false)
    String must;

    @ManyToOne
    Sample parent;

    @ManyToOne(optional = false)
    Sample origin;

    @ColumnDefault("now()")
    Instant createdAt;

    @ColumnDefault("'new'")
    String state;

    @GeneratedColumn("count * 2")
    int twice;

    @Collate("C")
    String name;

    @Version
    int lock;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}

@Entity
class Token {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;
}
