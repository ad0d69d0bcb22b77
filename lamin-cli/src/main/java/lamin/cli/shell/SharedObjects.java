package lamin.cli.shell;

import java.util.Objects;
import lamin.Instance;
import lamin.Lamin;
import org.jspecify.annotations.Nullable;

/**
 * What snippets are given. It is static because generated classes, and the service that JShell makes by itself, have no
 * other way to reach an object; a process has one shell.
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

    /** That of the schema modules. */
    static ClassLoader loader() {
        return shared().loader();
    }

    private static Shared shared() {
        return Objects.requireNonNull(shared, "no shell is open");
    }
}
