package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Artifact;
import lnschema_core.Link;

/** An artifact that contains files of a source. */
@Entity
@Table(
        name = "bionty_source_artifacts",
        uniqueConstraints = @UniqueConstraint(columnNames = {"source_id", "artifact_id"}))
public class SourceArtifact extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Source source;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    protected SourceArtifact() {}

    public SourceArtifact(Source source, Artifact artifact) {
        this.source = source;
        this.artifact = artifact;
    }

    public Source source() {
        return source;
    }

    public Artifact artifact() {
        return artifact;
    }
}
