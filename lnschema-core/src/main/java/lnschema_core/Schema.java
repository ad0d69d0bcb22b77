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
import org.jspecify.annotations.Nullable;

/** The required form of a dataset: a set of features or of other records, and how strictly it is applied. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "is_type"),
            @Index(columnList = "itype"),
            @Index(columnList = "otype"),
            @Index(columnList = "suffix"),
            @Index(columnList = "hash"),
            @Index(columnList = "minimal_set"),
            @Index(columnList = "ordered_set"),
            @Index(columnList = "maximal_set"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Schema extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 16, nullable = false, unique = true)
    private String uid;

    @Column(length = 150)
    private @Nullable String name;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    private @Nullable Integer nMembers;

    private @Nullable Boolean coerce;

    private @Nullable Boolean flexible;

    @ColumnDefault("false")
    private boolean isType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Schema type;

    @Column(length = 120)
    private @Nullable String itype;

    @Column(length = 64)
    private @Nullable String otype;

    @Column(length = 30)
    private @Nullable String suffix;

    @Column(name = "_dtype_str", length = 64)
    private @Nullable String dtype;

    @Column(length = 22)
    private @Nullable String hash;

    private boolean minimalSet = true;

    private boolean orderedSet;

    private boolean maximalSet;

    protected Schema() {}

    public Schema(String itype) {
        this();
        this.itype = itype;
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

    public Schema name(String name) {
        this.name = name;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Schema description(String description) {
        this.description = description;
        return this;
    }

    /** The number of features in the set. */
    public @Nullable Integer nMembers() {
        return nMembers;
    }

    public Schema nMembers(int nMembers) {
        this.nMembers = nMembers;
        return this;
    }

    /** Whether values are converted to the types of the features. */
    public @Nullable Boolean coerce() {
        return coerce;
    }

    public Schema coerce(boolean coerce) {
        this.coerce = coerce;
        return this;
    }

    /** Whether members of the same registry that are not listed are also validated. */
    public @Nullable Boolean flexible() {
        return flexible;
    }

    public Schema flexible(boolean flexible) {
        this.flexible = flexible;
        return this;
    }

    /** Whether it is a type that other schemas belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other schemas may belong to. */
    public Schema asType() {
        this.isType = true;
        return this;
    }

    public @Nullable Schema type() {
        return type;
    }

    public Schema type(Schema type) {
        this.type = type;
        return this;
    }

    /** The registry of its members, such as {@code Feature} or {@code bionty.Gene}. */
    public @Nullable String itype() {
        return itype;
    }

    public Schema itype(String itype) {
        this.itype = itype;
        return this;
    }

    /** The type of the object in memory, such as {@code DataFrame}. */
    public @Nullable String otype() {
        return otype;
    }

    public Schema otype(String otype) {
        this.otype = otype;
        return this;
    }

    public @Nullable String suffix() {
        return suffix;
    }

    public Schema suffix(String suffix) {
        this.suffix = suffix;
        return this;
    }

    /** The type of the values of all members, if they share one. */
    public @Nullable String dtype() {
        return dtype;
    }

    public Schema dtype(String dtype) {
        this.dtype = dtype;
        return this;
    }

    /** The hash over members and settings. */
    public @Nullable String hash() {
        return hash;
    }

    public Schema hash(String hash) {
        this.hash = hash;
        return this;
    }

    /** Whether all members are required. */
    public boolean minimalSet() {
        return minimalSet;
    }

    public Schema minimalSet(boolean minimalSet) {
        this.minimalSet = minimalSet;
        return this;
    }

    /** Whether the order of members is fixed. */
    public boolean orderedSet() {
        return orderedSet;
    }

    public Schema orderedSet(boolean orderedSet) {
        this.orderedSet = orderedSet;
        return this;
    }

    /** Whether only members are allowed. */
    public boolean maximalSet() {
        return maximalSet;
    }

    public Schema maximalSet(boolean maximalSet) {
        this.maximalSet = maximalSet;
        return this;
    }
}
