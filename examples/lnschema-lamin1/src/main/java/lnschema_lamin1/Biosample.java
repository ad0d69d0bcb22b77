package lnschema_lamin1;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import lnschema_bionty.CellLine;
import lnschema_bionty.Organism;
import lnschema_bionty.Tissue;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.jspecify.annotations.Nullable;

/** Living material used in an experiment. */
@Entity
@Table(indexes = @Index(columnList = "name"))
public class Biosample extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 150, nullable = false)
    private String name;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Experiment experiment;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Organism organism;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable CellLine cellLine;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Tissue tissue;

    protected Biosample() {}

    public Biosample(String name, Experiment experiment) {
        this.name = name;
        this.experiment = experiment;
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

    public Experiment experiment() {
        return experiment;
    }

    public @Nullable Organism organism() {
        return organism;
    }

    public Biosample organism(Organism organism) {
        this.organism = organism;
        return this;
    }

    public @Nullable CellLine cellLine() {
        return cellLine;
    }

    public Biosample cellLine(CellLine cellLine) {
        this.cellLine = cellLine;
        return this;
    }

    public @Nullable Tissue tissue() {
        return tissue;
    }

    public Biosample tissue(Tissue tissue) {
        this.tissue = tissue;
        return this;
    }
}
