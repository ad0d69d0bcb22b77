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

/** A universal label: annotates artifacts and other records if no more specific registry fits. */
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
public class ULabel extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 8, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @ColumnDefault("false")
    private boolean isType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable ULabel type;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    private @Nullable String reference;

    @Column(length = 25)
    private @Nullable String referenceType;

    protected ULabel() {}

    public ULabel(String name) {
        this();
        this.name = name;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(8);
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

    /** Whether it is a type that other labels belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other labels may belong to. */
    public ULabel asType() {
        this.isType = true;
        return this;
    }

    public @Nullable ULabel type() {
        return type;
    }

    public ULabel type(ULabel type) {
        this.type = type;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public ULabel description(String description) {
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

    public ULabel reference(String reference, String referenceType) {
        this.reference = reference;
        this.referenceType = referenceType;
        return this;
    }
}
