package lnschema_core;

import static jakarta.persistence.GenerationType.IDENTITY;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A person or system that creates records. */
@Entity
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "created_at"), @Index(columnList = "updated_at")})
public class User extends BaseRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 8, nullable = false, unique = true)
    private String uid;

    @Column(length = 30, nullable = false, unique = true)
    private String handle;

    @Column(length = 150)
    private @Nullable String name;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant updatedAt;

    protected User() {}

    /** The uid is that of the account, or {@code 00000000} for an anonymous user. */
    public User(String uid, String handle) {
        this();
        this.uid = uid;
        this.handle = handle;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (createdAt == null) {
            createdAt = context.now();
        }
        updatedAt = context.now();
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public String handle() {
        return handle;
    }

    public @Nullable String name() {
        return name;
    }

    public User name(String name) {
        this.name = name;
        return this;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
