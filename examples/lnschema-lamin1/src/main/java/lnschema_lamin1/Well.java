package lnschema_lamin1;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Artifact;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.jspecify.annotations.Nullable;

/** One well of a plate: a sample, its treatment and the resulting data. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"plate", "plate_row", "plate_column"}))
public class Well extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 64, nullable = false)
    private String plate;

    @Column(length = 2, nullable = false)
    private String plateRow;

    private int plateColumn;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Biosample biosample;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Treatment treatment;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact artifact;

    protected Well() {}

    /** The rows of a plate are letters, its columns count from 1: {@code new Well("P1", "B", 3, sample)}. */
    public Well(String plate, String row, int column, Biosample biosample) {
        this.plate = plate;
        this.plateRow = row;
        this.plateColumn = column;
        this.biosample = biosample;
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

    public String plate() {
        return plate;
    }

    public String row() {
        return plateRow;
    }

    public int column() {
        return plateColumn;
    }

    public Biosample biosample() {
        return biosample;
    }

    public @Nullable Treatment treatment() {
        return treatment;
    }

    public Well treatment(Treatment treatment) {
        this.treatment = treatment;
        return this;
    }

    public @Nullable Artifact artifact() {
        return artifact;
    }

    /** The measured data. */
    public Well artifact(Artifact artifact) {
        this.artifact = artifact;
        return this;
    }
}
