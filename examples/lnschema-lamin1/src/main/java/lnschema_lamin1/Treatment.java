package lnschema_lamin1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.jspecify.annotations.Nullable;

/** The treatment of a sample: a compound in a concentration, or a perturbation without one. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"name", "concentration", "unit"}))
public class Treatment extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @Column(precision = 12, scale = 6)
    private @Nullable BigDecimal concentration;

    @Column(length = 16)
    private @Nullable String unit;

    protected Treatment() {}

    public Treatment(String name) {
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

    public @Nullable BigDecimal concentration() {
        return concentration;
    }

    /** The unit of the concentration, such as {@code uM}. */
    public @Nullable String unit() {
        return unit;
    }

    public Treatment concentration(BigDecimal concentration, String unit) {
        this.concentration = concentration;
        this.unit = unit;
        return this;
    }
}
