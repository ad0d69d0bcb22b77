package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A project that annotates a record. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_projectrecord",
                    columnList = "project_id, feature_id, record_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_projectrecord_null_feature",
                    columnList = "project_id, record_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ProjectRecord extends RecordLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    protected ProjectRecord() {}

    public ProjectRecord(Project project, Record record, @Nullable Feature feature) {
        super(record, feature);
        this.project = project;
    }

    public Project project() {
        return project;
    }
}
