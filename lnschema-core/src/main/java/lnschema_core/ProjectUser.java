package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A user with a role in a project. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"project_id", "user_id", "role"}),
        indexes = @Index(columnList = "role"))
public class ProjectUser extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User user;

    @Column(length = 32, nullable = false)
    private String role;

    protected ProjectUser() {}

    public ProjectUser(Project project, User user, String role) {
        this.project = project;
        this.user = user;
        this.role = role;
    }

    public Project project() {
        return project;
    }

    public User user() {
        return user;
    }

    /** The role, such as {@code lead}. */
    public String role() {
        return role;
    }
}
