package lnschema_assay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.jspecify.annotations.Nullable;

/** A notebook. Its table keeps a name that is older than this module: {@code core.notebook}. */
@Entity
@Table(name = "notebook", schema = "core", indexes = @Index(columnList = "name"))
public class Notebook extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @Column(length = 16)
    private @Nullable String v;

    protected Notebook() {}

    public Notebook(String name, @Nullable String v) {
        this.name = name;
        this.v = v;
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

    /** The version of the notebook, such as {@code 2}. */
    public @Nullable String v() {
        return v;
    }
}
