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

/** A user with a role in the work on a branch. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"branch_id", "user_id", "role"}),
        indexes = @Index(columnList = "role"))
public class BranchUser extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Branch branch;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User user;

    @Column(length = 32, nullable = false)
    private String role;

    protected BranchUser() {}

    public BranchUser(Branch branch, User user, String role) {
        this.branch = branch;
        this.user = user;
        this.role = role;
    }

    public Branch branch() {
        return branch;
    }

    public User user() {
        return user;
    }

    public String role() {
        return role;
    }
}
