package lnschema_core;

import static jakarta.persistence.GenerationType.IDENTITY;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A location that contains the data of artifacts: a folder or a bucket. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "type"),
            @Index(columnList = "region"),
            @Index(columnList = "instance_uid"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Storage extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(nullable = false, unique = true)
    private String root;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 30, nullable = false)
    private String type;

    @Column(length = 64)
    private @Nullable String region;

    @Column(length = 12)
    private @Nullable String instanceUid;

    protected Storage() {}

    public Storage(String root, String type) {
        this();
        this.root = root;
        this.type = type;
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

    /** An absolute path or a URL, without a trailing slash. */
    public String root() {
        return root;
    }

    public @Nullable String description() {
        return description;
    }

    public Storage description(String description) {
        this.description = description;
        return this;
    }

    /** The kind of location, such as {@code local} or {@code s3}. */
    public String type() {
        return type;
    }

    public @Nullable String region() {
        return region;
    }

    public Storage region(String region) {
        this.region = region;
        return this;
    }

    /** The instance that writes to it. */
    public @Nullable String instanceUid() {
        return instanceUid;
    }

    public Storage instanceUid(String instanceUid) {
        this.instanceUid = instanceUid;
        return this;
    }
}
