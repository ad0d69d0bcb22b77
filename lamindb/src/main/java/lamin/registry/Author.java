package lamin.registry;

import java.time.Clock;
import lamin.instance.Base62;
import lamin.instance.UserIdentity;
import lamin.record.CurrentRun;
import lamin.schema.internal.sql.UtcText;
import lnschema_core.Branch;
import lnschema_core.Run;
import lnschema_core.SaveContext;
import lnschema_core.Space;
import lnschema_core.User;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The user who saves records, the run in which they are saved, and the time. */
record Author(UserIdentity identity, Clock clock, CurrentRun run) {
    private static final int MAIN_BRANCH = 1;
    private static final short SPACE_OF_ALL = 1;

    /** The values that records are filled with; a user unknown to the instance is added. */
    SaveContext context(Session session) {
        var branch = session.getReference(Branch.class, MAIN_BRANCH);
        var space = session.getReference(Space.class, SPACE_OF_ALL);
        var now = UtcText.truncate(clock.instant());
        var query = session.getFactory().getCriteriaBuilder().createQuery(User.class);
        var users = query.from(User.class);
        query.where(session.getCriteriaBuilder().equal(users.get("uid"), identity.uid()));
        var user = session.createSelectionQuery(query).getSingleResultOrNull();
        if (user != null) {
            return new SaveContext(user, branch, space, now, Base62::random, run(session));
        }
        var context = new SaveContext(newUser(), branch, space, now, Base62::random);
        context.user().prepare(context);
        session.persist(context.user());
        return context;
    }

    private @Nullable Run run(Session session) {
        return session.doReturningWork(run::id)
                .map(id -> session.getReference(Run.class, id))
                .orElse(null);
    }

    private User newUser() {
        var user = new User(identity.uid(), identity.handle());
        var name = identity.name();
        return name == null ? user : user.name(name);
    }
}
