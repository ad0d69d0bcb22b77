package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.CheckConstraint;
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

/** A dimension of measurement, such as the column of a table, with the type of its values. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "_dtype_str"),
            @Index(columnList = "_ounit_str"),
            @Index(columnList = "is_type"),
            @Index(columnList = "unit"),
            @Index(columnList = "array_rank"),
            @Index(columnList = "array_size"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        },
        check =
                @CheckConstraint(
                        name = "feature_dtype_str_not_null_when_is_type_false",
                        constraint = "is_type or _dtype_str is not null"))
public class Feature extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @Column(name = "_dtype_str")
    private @Nullable String dtype;

    @Column(name = "_ounit_str")
    private @Nullable String ounit;

    @ColumnDefault("false")
    private boolean isType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature type;

    @Column(length = 30)
    private @Nullable String unit;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    private short arrayRank;

    private int arraySize;

    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'null'")
    private @Nullable String arrayShape;

    @Column(length = Length.LONG32)
    private @Nullable String synonyms;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String defaultValue;

    private @Nullable Boolean nullable;

    private @Nullable Boolean coerce;

    protected Feature() {}

    public Feature(String name, @Nullable String dtype) {
        this();
        this.name = name;
        this.dtype = dtype;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(12);
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public String name() {
        return name;
    }

    /** The type of its values, such as {@code float} or {@code cat[ULabel]}; null only for a type of features. */
    public @Nullable String dtype() {
        return dtype;
    }

    /** The registry of the objects on which it is observed. */
    public @Nullable String ounit() {
        return ounit;
    }

    public Feature ounit(String ounit) {
        this.ounit = ounit;
        return this;
    }

    /** Whether it is a type that other features belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other features may belong to. */
    public Feature asType() {
        this.isType = true;
        return this;
    }

    public @Nullable Feature type() {
        return type;
    }

    public Feature type(Feature type) {
        this.type = type;
        return this;
    }

    public @Nullable String unit() {
        return unit;
    }

    public Feature unit(String unit) {
        this.unit = unit;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Feature description(String description) {
        this.description = description;
        return this;
    }

    /** The number of dimensions of a value; 0 for a single one. */
    public short arrayRank() {
        return arrayRank;
    }

    /** The number of elements of a value. */
    public int arraySize() {
        return arraySize;
    }

    /** The shape of a value, as JSON. */
    public @Nullable String arrayShape() {
        return arrayShape;
    }

    public Feature array(int rank, int size, String shape) {
        this.arrayRank = (short) rank;
        this.arraySize = size;
        this.arrayShape = shape;
        return this;
    }

    /** Other names, separated by {@code |}. */
    public @Nullable String synonyms() {
        return synonyms;
    }

    public Feature synonyms(String synonyms) {
        this.synonyms = synonyms;
        return this;
    }

    /** The default value, as JSON. */
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    public Feature defaultValue(String defaultValue) {
        this.defaultValue = defaultValue;
        return this;
    }

    public @Nullable Boolean nullable() {
        return nullable;
    }

    public Feature nullable(boolean nullable) {
        this.nullable = nullable;
        return this;
    }

    /** Whether values are converted to the type during validation. */
    public @Nullable Boolean coerce() {
        return coerce;
    }

    public Feature coerce(boolean coerce) {
        this.coerce = coerce;
        return this;
    }
}
