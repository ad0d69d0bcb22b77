package lamin.entities.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import lamin.entities.Lab;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.sql.SqlExpression;
import org.hibernate.annotations.NaturalId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final lamin.schema.model.Table SAMPLE = Lab.table("lab_sample", Sample.class);

    @Test
    void a_key_of_two_columns_has_them_in_written_order() {
        assertThat(Lab.table("lab_well", Well.class, Sample.class).primaryKey())
                .isEqualTo(PrimaryKey.of("row", "plate_id"));
    }

    @Test
    @Tag("jpa-3.2")
    void uniques_are_those_that_authors_wrote_and_have_a_name_only_then() {
        assertThat(SAMPLE.uniques())
                .containsExactly(
                        UniqueConstraint.of("uid"),
                        UniqueConstraint.of("position", "batch"),
                        UniqueConstraint.of("zone", "name"),
                        new UniqueConstraint("one_per_zone", List.of("zone", "number")),
                        UniqueConstraint.of("number", "name"));
    }

    @Test
    @Tag("jpa-3.2")
    void indexes_keep_their_order_predicates_and_expressions() {
        assertThat(SAMPLE.indexes())
                .containsExactly(
                        new Index(null, List.of(Index.Key.column("zone")), true, null).where("number > 1"),
                        new Index(
                                "by_name",
                                List.of(new Index.Key.OnColumn("name", true), Index.Key.column("zone")),
                                false,
                                null),
                        new Index(null, List.of(Index.Key.column("name")), false, null).where("zone = 'a, b'"),
                        new Index(
                                "only_open",
                                List.of(Index.Key.column("number"), Index.Key.column("created_at")),
                                true,
                                SqlExpression.of("zone is null")),
                        new Index(null, List.of(Index.Key.expression("lower(name)", false)), true, null),
                        new Index(
                                null,
                                List.of(Index.Key.expression("coalesce(zone, name)", true), Index.Key.column("uid")),
                                false,
                                null),
                        Index.on("parent_id"));
    }

    @Test
    @Tag("jpa-3.2")
    void checks_of_tables_and_columns_are_kept() {
        assertThat(SAMPLE.checks())
                .containsExactlyInAnyOrder(
                        new Constraint.CheckConstraint(null, "number > 0"),
                        new Constraint.CheckConstraint("name_not_empty", "name <> ''"),
                        new Constraint.CheckConstraint("zone_or_name", "zone is not null or name is not null"));
    }

    @Test
    @Tag("jpa-3.2")
    void a_foreign_key_gets_an_index_unless_a_key_or_a_whole_index_is_on_its_columns() {
        var link = Lab.table("lab_link", Link.class, Sample.class);
        assertThat(link.indexes())
                .containsExactly(
                        Index.on("indexed_id"),
                        new Index(null, List.of(Index.Key.column("partly_id")), false, null).where("partly_id > 1"),
                        Index.on("plain_id"),
                        Index.on("partly_id"));
    }

    @Test
    void a_set_of_references_is_keyed_by_both_and_indexed_by_each() {
        var table = Lab.table("lab_link_samples", Link.class, Sample.class);
        assertThat(table.primaryKey()).isEqualTo(PrimaryKey.of("link_id", "sample_id"));
        assertThat(table.indexes()).containsExactly(Index.on("link_id"), Index.on("sample_id"));
    }

    @Test
    void the_table_of_a_collection_has_its_own_keys() {
        var table = Lab.table("lab_link_labels", Link.class, Sample.class);
        assertThat(table.uniques()).contains(new UniqueConstraint("one_label", List.of("labels")));
        assertThat(table.indexes()).contains(Index.on("labels", "link_id"));
    }
}

class WellKey implements Serializable {
    int row;
    Sample plate;
}

@Entity
@IdClass(WellKey.class)
class Well {
    @Id
    int row;

    @Id
    @ManyToOne
    Sample plate;

    String content;
}

@Entity
@Table(
        check = @CheckConstraint(name = "zone_or_name", constraint = "zone is not null or name is not null"),
        uniqueConstraints = {
            @jakarta.persistence.UniqueConstraint(columnNames = {"zone", "name"}),
            @jakarta.persistence.UniqueConstraint(
                    name = "one_per_zone",
                    columnNames = {"zone", "number"}),
            @jakarta.persistence.UniqueConstraint(
                    columnNames = {"zone"},
                    options = "where number > 1"),
        },
        indexes = {
            @jakarta.persistence.Index(name = "by_name", columnList = "name desc, zone asc"),
            @jakarta.persistence.Index(columnList = "name", options = "where zone = 'a, b'"),
            @jakarta.persistence.Index(
                    name = "only_open",
                    columnList = "number, createdAt",
                    unique = true,
                    options = "WHERE zone is null"),
            @jakarta.persistence.Index(columnList = "number, name", unique = true),
            @jakarta.persistence.Index(columnList = "lower(name)", unique = true),
            @jakarta.persistence.Index(columnList = "(coalesce(zone, name)) desc, uid"),
        })
class Sample {
    @Id
    long id;

    @Column(unique = true)
    String uid;

    String zone;

    @Column(check = @CheckConstraint(name = "name_not_empty", constraint = "name <> ''"))
    String name;

    @Column(check = @CheckConstraint(constraint = "number > 0"))
    int number;

    String createdAt;

    @ManyToOne
    Sample parent;

    @NaturalId
    int position;

    @NaturalId
    int batch;
}

@Entity
@Table(
        indexes = {
            @jakarta.persistence.Index(columnList = "indexed"),
            @jakarta.persistence.Index(columnList = "partly_id", options = "where partly_id > 1"),
        })
class Link {
    @Id
    @ManyToOne
    Sample id;

    @ManyToOne
    Sample plain;

    @ManyToOne
    @jakarta.persistence.JoinColumn(unique = true)
    Sample only;

    @ManyToOne
    Sample indexed;

    @ManyToOne
    Sample partly;

    @ManyToMany
    Set<Sample> samples;

    @ElementCollection
    @CollectionTable(
            uniqueConstraints = @jakarta.persistence.UniqueConstraint(name = "one_label", columnNames = "labels"),
            indexes = @jakarta.persistence.Index(columnList = "labels, link_id"))
    Set<String> labels;
}
