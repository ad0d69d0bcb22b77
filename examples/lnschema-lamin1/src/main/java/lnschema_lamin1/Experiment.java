package lnschema_lamin1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A planned series of measurements. Its creator, time of creation and run are in the superclass. */
@Entity
@Table(indexes = @Index(columnList = "name"))
public class Experiment extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 16)
    private @Nullable String v;

    protected Experiment() {}

    public Experiment(String name) {
        this.name = name;
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

    public @Nullable String description() {
        return description;
    }

    public Experiment description(String description) {
        this.description = description;
        return this;
    }

    /** The version of the protocol, such as {@code 1.2}. */
    public @Nullable String v() {
        return v;
    }

    public Experiment v(String v) {
        this.v = v;
        return this;
    }
}
