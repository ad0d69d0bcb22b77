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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An execution of a transform; its inputs and outputs are the lineage of the data. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "entrypoint"),
            @Index(columnList = "started_at"),
            @Index(columnList = "finished_at"),
            @Index(columnList = "_status_code"),
            @Index(columnList = "reference"),
            @Index(columnList = "reference_type"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Run extends SqlRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Long id;

    @Column(length = 20, nullable = false, unique = true)
    private String uid;

    @Column(length = 150)
    private @Nullable String name;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform transform;

    private @Nullable String entrypoint;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant startedAt;

    private @Nullable Instant finishedAt;

    @Column(name = "_status_code", nullable = false)
    @ColumnDefault("-3")
    private short statusCode = -3;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact report;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact environment;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String params;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String extraData;

    private @Nullable String reference;

    @Column(length = 25)
    private @Nullable String referenceType;

    @Column(length = 1024)
    private @Nullable String cliArgs;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User createdBy;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant updatedAt;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Run initiatedByRun;

    @Column(name = "_is_consecutive")
    private @Nullable Boolean isConsecutive;

    protected Run() {}

    public Run(Transform transform) {
        this();
        this.transform = transform;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(16);
        }
        if (startedAt == null) {
            startedAt = context.now();
        }
        if (createdAt == null) {
            createdAt = context.now();
        }
        if (createdBy == null) {
            createdBy = context.user();
        }
        updatedAt = context.now();
    }

    public Long id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public @Nullable String name() {
        return name;
    }

    public Run name(String name) {
        this.name = name;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Run description(String description) {
        this.description = description;
        return this;
    }

    public Transform transform() {
        return transform;
    }

    /** The function or command that was called. */
    public @Nullable String entrypoint() {
        return entrypoint;
    }

    public Run entrypoint(String entrypoint) {
        this.entrypoint = entrypoint;
        return this;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** -3 scheduled, -2 restarted, -1 started, 0 completed, 1 errored, 2 aborted. */
    public short statusCode() {
        return statusCode;
    }

    public Run started(Instant at) {
        this.startedAt = at;
        this.statusCode = -1;
        return this;
    }

    /** Marks the run as completed. */
    public Run completed(Instant at) {
        return finished(at, 0);
    }

    /** Marks the run as failed. */
    public Run errored(Instant at) {
        return finished(at, 1);
    }

    /** Marks the run as stopped by a user. */
    public Run aborted(Instant at) {
        return finished(at, 2);
    }

    private Run finished(Instant at, int statusCode) {
        this.finishedAt = at;
        this.statusCode = (short) statusCode;
        return this;
    }

    /** The artifact that contains its log. */
    public @Nullable Artifact report() {
        return report;
    }

    public Run report(Artifact report) {
        this.report = report;
        return this;
    }

    /** The artifact that lists the packages of its environment. */
    public @Nullable Artifact environment() {
        return environment;
    }

    public Run environment(Artifact environment) {
        this.environment = environment;
        return this;
    }

    public @Nullable Artifact plan() {
        return plan;
    }

    public Run plan(Artifact plan) {
        this.plan = plan;
        return this;
    }

    /** The parameters, as JSON. */
    public @Nullable String params() {
        return params;
    }

    public Run params(String params) {
        this.params = params;
        return this;
    }

    /** Extra data, as JSON. */
    public @Nullable String extraData() {
        return extraData;
    }

    public Run extraData(String extraData) {
        this.extraData = extraData;
        return this;
    }

    /** An external reference, such as a URL or an accession number. */
    public @Nullable String reference() {
        return reference;
    }

    /** The kind of the reference, such as {@code url}. */
    public @Nullable String referenceType() {
        return referenceType;
    }

    public Run reference(String reference, String referenceType) {
        this.reference = reference;
        this.referenceType = referenceType;
        return this;
    }

    public @Nullable String cliArgs() {
        return cliArgs;
    }

    public Run cliArgs(String cliArgs) {
        this.cliArgs = cliArgs;
        return this;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public User createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The run that started this one. */
    public @Nullable Run initiatedByRun() {
        return initiatedByRun;
    }

    public Run initiatedByRun(Run initiatedByRun) {
        this.initiatedByRun = initiatedByRun;
        return this;
    }

    /** Whether the cells of the notebook were run in order. */
    public @Nullable Boolean isConsecutive() {
        return isConsecutive;
    }

    public Run consecutive(boolean isConsecutive) {
        this.isConsecutive = isConsecutive;
        return this;
    }
}
