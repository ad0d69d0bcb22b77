package lamin.cli.module;

import java.util.Optional;
import lamin.cli.command.Session;
import lamin.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Whether and where a module is to be mounted.
 *
 * @param instance the one that was named
 * @param isDemanded without asking anybody
 */
record Mount(Session session, @Nullable String instance, boolean isDemanded) {

    /** Mounts the module if somebody wants that; the result is the instance that mounts it now. */
    Optional<InstanceSettings> carryOut(String module) {
        var wanted = isDemanded ? Optional.of(session.instance(instance)) : offered(module);
        wanted.ifPresent(settings -> session.lamin().mount(settings, module));
        return wanted;
    }

    /** The current instance, if it does without the module and a person wants it there. */
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
