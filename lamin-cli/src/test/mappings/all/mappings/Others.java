package mappings;

import jakarta.persistence.*;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Cache;
import org.hibernate.type.SqlTypes;

final class Others implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Other annotations of Hibernate");
        features.add(
                "`@Formula`",
                OtherFormula.class,
                s -> new OtherFormula(),
                row -> row.twice,
                6,
                (s, row) -> row.number = 4,
                8);
        features.add(
                "`@GeneratedColumn`",
                OtherGenerated.class,
                s -> new OtherGenerated(),
                row -> row.twice,
                6,
                (s, row) -> row.number = 4,
                8);
        features.add(
                "`@Generated` with `@ColumnDefault`",
                OtherDefault.class,
                s -> new OtherDefault(),
                row -> row.state + row.value,
                "newa",
                (s, row) -> row.value = "b",
                "newb");
        features.value("`@ColumnDefault` on a property that is inserted", OtherColumnDefault.class, "a", "b");
        features.value("`@ColumnTransformer`", OtherTransformer.class, "a", "b");
        features.value("`@Check` on an entity", OtherCheck.class, 1, 2);
        features.value("`@Check` on a property", OtherPropertyCheck.class, 1, 2);
        features.value("`@Comment`", OtherComment.class, "a", "b");
        features.value("`@Collate`", OtherCollate.class, "a", "b").notOnSqlite("the collation is one of PostgreSQL");
        features.value("`@SQLRestriction`", OtherRestriction.class, "a", "b");
        features.value("`@FilterDef`, `@Filter`", OtherFilter.class, "a", "b");
        features.value("`@SoftDelete`", OtherSoftDelete.class, "a", "b");
        features.add(
                "`@SoftDelete` on an entity and its collection",
                OtherSoftCollection.class,
                s -> new OtherSoftCollection(),
                row -> Set.copyOf(row.value),
                Set.of("a", "b"),
                (s, row) -> row.value.remove("a"),
                Set.of("b"));
        features.value("`@SoftDelete(converter = YesNoConverter.class)`", OtherSoftConverted.class, "a", "b");
        features.value("`@SQLDelete`", OtherSqlDelete.class, "a", "b");
        features.add(
                "`@TenantId`",
                OtherTenant.class,
                s -> new OtherTenant(),
                row -> row.value + row.tenant,
                "aacme",
                (s, row) -> row.value = "b",
                "bacme")
                .setting("hibernate.tenant_identifier_resolver", "mappings.AcmeTenant");
        features.value("`@DynamicInsert`, `@DynamicUpdate`", OtherDynamic.class, "a", "b");
        features.value("`@OptimisticLocking(ALL)`", OtherLocking.class, "a", "b");
        features.add(
                        "`@Subselect`",
                        OtherSubject.class,
                        s -> new OtherSubject(),
                        row -> row.value,
                        "a",
                        (s, row) -> {
                            if (!s.find(OtherSubselect.class, row.id).value.equals("a")) {
                                throw new AssertionError("the subselect shows another value");
                            }
                            row.value = "b";
                        },
                        "b")
                .with(OtherSubselect.class);
        features.value("`@RowId`", OtherRowId.class, "a", "b");
        features.value("`@Fetch(SUBSELECT)`, `@BatchSize`", OtherBatch.class, "a", "b");
        features.value("`@CreationTimestamp` in a `@MappedSuperclass`", OtherAudited.class, "a", "b");
        features.value("`@ValueGenerationType` of one's own", OtherOwnGenerator.class, "a", "b");
        features.value("`@PartitionKey`", OtherPartition.class, "a", "b")
                .notOnSqliteFrom7("a part of the key, from Hibernate 7 on; SQLite numbers a key of one column only");
        features.value("`@Cache`, `@Cacheable`", OtherCached.class, "a", "b");
        features.value("`@EntityListeners`, `@PrePersist`", OtherListened.class, "a", "b");
        features.value("`@NamedQuery`, `@NamedEntityGraph`", OtherQueries.class, "a", "b");
        features.value("`@Unmanaged` (ours) on a table of others", OtherUnmanaged.class, "a", "b");
        features.value("`META-INF/orm.xml` that changes a column", InXml.class, "a", "b")
                .mappedBy("META-INF/orm.xml").refused();
    }
}

@Entity
class OtherFormula extends Row {
    int number = 3;

    @Formula("number * 2")
    int twice;
}

@Entity
class OtherGenerated extends Row {
    int number = 3;

    @GeneratedColumn("number * 2")
    int twice;
}

@Entity
class OtherDefault extends Row {
    @Generated
    @ColumnDefault("'new'")
    String state;

    String value = "a";
}

@Entity
class OtherColumnDefault extends Row {
    @ColumnDefault("'x'")
    String value;
}

@Entity
class OtherTransformer extends Row {
    @ColumnTransformer(read = "lower(value)", write = "upper(?)")
    String value;
}

@Entity
@Check(constraints = "value > 0")
class OtherCheck extends Row {
    int value;
}

@Entity
class OtherPropertyCheck extends Row {
    @Check(name = "positive_value", constraints = "value > 0")
    int value;
}

@Entity
@Comment("Things with a comment")
class OtherComment extends Row {
    @Comment("It's a value")
    String value;
}

@Entity
class OtherCollate extends Row {
    @Collate("C")
    String value;
}

@Entity
@SQLRestriction("value <> 'hidden'")
class OtherRestriction extends Row {
    String value;
}

@Entity
@FilterDef(name = "byValue", parameters = @ParamDef(name = "wanted", type = String.class))
@Filter(name = "byValue", condition = "value = :wanted")
class OtherFilter extends Row {
    String value;
}

@Entity
@SoftDelete
class OtherSoftDelete extends Row {
    String value;
}

@Entity
@SoftDelete
class OtherSoftCollection extends Row {
    @ElementCollection
    @SoftDelete
    Set<String> value = new HashSet<>(Set.of("a", "b"));
}

@Entity
@SoftDelete(converter = org.hibernate.type.YesNoConverter.class, columnName = "gone")
class OtherSoftConverted extends Row {
    String value;
}

@Entity
@SQLDelete(sql = "delete from other_sql_delete where id = ?")
class OtherSqlDelete extends Row {
    String value;
}

@Entity
class OtherTenant extends Row {
    @TenantId
    String tenant;

    String value = "a";
}

@Entity
@DynamicInsert
@DynamicUpdate
class OtherDynamic extends Row {
    String value;
    String other;
}

@Entity
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.ALL)
class OtherLocking extends Row {
    String value;
}

@Entity
class OtherSubject extends Row {
    String value = "a";
}

@Entity
@Immutable
@Subselect("select id, value from other_subject")
@Synchronize("other_subject")
class OtherSubselect {
    @Id
    Long id;

    String value;
}

@Entity
@RowId
class OtherRowId extends Row {
    String value;
}

@Entity
@BatchSize(size = 10)
class OtherBatch extends Row {
    String value;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    Set<String> labels = new HashSet<>(Set.of("l"));
}

@MappedSuperclass
abstract class Audited extends Row {
    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    java.time.Instant createdAt;

    @Version
    long version;
}

@Entity
class OtherAudited extends Audited {
    String value;
}

@ValueGenerationType(generatedBy = Stamping.class)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Stamped {}

@Entity
class OtherOwnGenerator extends Row {
    String value;

    @Stamped
    String stamp;
}

@Entity
class OtherPartition extends Row {
    @PartitionKey
    String region = "eu";

    String value;
}

@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
class OtherCached extends Row {
    String value;
}

@Entity
@EntityListeners(Listener.class)
class OtherListened extends Row {
    String value;

    @PrePersist
    void persisting() {}
}

class Listener {
    @PostLoad
    void loaded(Object entity) {}
}

@Entity
@NamedQuery(name = "all", query = "from OtherQueries")
@NamedEntityGraph(name = "graph", attributeNodes = @NamedAttributeNode("value"))
class OtherQueries extends Row {
    String value;
}

@Entity
@lamin.schema.Unmanaged
@Table(name = "table_of_others")
class OtherUnmanaged extends Row {
    String value;
}
