package lamin.cli.module;

import java.util.Optional;
import lamin.cli.command.Session;
import lamin.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Whether and where a module is to be mounted.
 *
 * @param instance the named instance
 * @param isDemanded whether to mount without asking
 */
record Mount(Session session, @Nullable String instance, boolean isDemanded) {

    /** Mounts the module if requested; returns the instance that now mounts it. */
    Optional<InstanceSettings> carryOut(String module) {
        var wanted = isDemanded ? Optional.of(session.instance(instance)) : offered(module);
        wanted.ifPresent(settings -> session.lamin().mount(settings, module));
        return wanted;
    }

    /** The current instance, if it does not mount the module and the user agrees. */
    private Optional<InstanceSettings> offered(String module) {
        return session.terminal().isInteractive()
                ? session.current()
                        .settings()
                        .filter(settings -> !mounts(settings, module))
                        .filter(settings -> session.terminal().confirm("mount it in " + settings.slug() + "?"))
                : Optional.empty();
    }

    private boolean mounts(InstanceSettings settings, String module) {
        return session.mounted(settings, session.database(settings)).contains(module);
    }
}
