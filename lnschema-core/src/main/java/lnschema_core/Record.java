package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Metadata of any form: a sample, an experiment, or the row of a table whose columns are features. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "is_type"),
            @Index(columnList = "reference"),
            @Index(columnList = "reference_type"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
@SuppressWarnings("JavaLangClash") // the name that LaminDB gave the registry
public class Record extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 16, nullable = false, unique = true)
    private String uid;

    @Column(length = 150)
    private @Nullable String name;

    @ColumnDefault("false")
    private boolean isType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Record type;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    private @Nullable String reference;

    @Column(length = 25)
    private @Nullable String referenceType;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String extraData;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Schema schema;

    protected Record() {}

    public Record(String name) {
        this();
        this.name = name;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(16);
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public @Nullable String name() {
        return name;
    }

    /** Whether it is a type that other records belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other records may belong to. */
    public Record asType() {
        this.isType = true;
        return this;
    }

    public @Nullable Record type() {
        return type;
    }

    public Record type(Record type) {
        this.type = type;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Record description(String description) {
        this.description = description;
        return this;
    }

    /** An external reference, such as a URL or an accession number. */
    public @Nullable String reference() {
        return reference;
    }

    /** The kind of the reference, such as {@code url}. */
    public @Nullable String referenceType() {
        return referenceType;
    }

    public Record reference(String reference, String referenceType) {
        this.reference = reference;
        this.referenceType = referenceType;
        return this;
    }

    /** Extra data, as JSON. */
    public @Nullable String extraData() {
        return extraData;
    }

    public Record extraData(String extraData) {
        this.extraData = extraData;
        return this;
    }

    /** The schema that the records of this type conform to. */
    public @Nullable Schema schema() {
        return schema;
    }

    public Record schema(Schema schema) {
        this.schema = schema;
        return this;
    }
}
