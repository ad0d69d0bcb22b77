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
import java.time.Instant;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A part of an instance whose records are visible to one group of people. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "created_at"),
            @Index(name = "unique_space_name_lower", columnList = "lower(name)", unique = true)
        })
public class Space extends BaseRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Short id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 100, nullable = false)
    private String name;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable User createdBy;

    protected Space() {}

    public Space(String name) {
        this();
        this.name = name;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(12);
        }
        if (createdAt == null) {
            createdAt = context.now();
        }
        if (createdBy == null) {
            createdBy = context.user();
        }
    }

    public Short id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public Space description(String description) {
        this.description = description;
        return this;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable User createdBy() {
        return createdBy;
    }
}
