package lamin.cli.shell;

import java.util.Objects;
import lamin.Instance;
import lamin.Lamin;
import org.jspecify.annotations.Nullable;

/**
 * The objects passed to snippets. They are static because generated classes, and the service that JShell instantiates,
 * have no other way to reach them; a process has only one shell.
 */
public final class SharedObjects {
    private static volatile @Nullable Shared shared;

    private SharedObjects() {}

    private record Shared(Lamin lamin, Instance instance, ClassLoader loader) {}

    static void share(Lamin lamin, Instance instance, ClassLoader loader) {
        shared = new Shared(lamin, instance, loader);
    }

    static void clear() {
        shared = null;
    }

    public static Lamin lamin() {
        return shared().lamin();
    }

    public static Instance instance() {
        return shared().instance();
    }

    /** The class loader of the schema modules. */
    static ClassLoader loader() {
        return shared().loader();
    }

    private static Shared shared() {
        return Objects.requireNonNull(shared, "no shell is open");
    }
}
