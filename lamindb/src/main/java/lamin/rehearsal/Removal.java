package lamin.rehearsal;

/**
 * Removes a temporary resource exactly once: when this is closed, or before that if the JVM ends, for example on
 * Ctrl-C.
 */
final class Removal implements AutoCloseable {
    private final Runnable action;
    private final Thread atExit = new Thread(this::runOnce, "lamin-removal");
    private boolean isDone;

    private Removal(Runnable action) {
        this.action = action;
    }

    static Removal of(Runnable action) {
        var removal = new Removal(action);
        Runtime.getRuntime().addShutdownHook(removal.atExit);
        return removal;
    }

    private synchronized void runOnce() {
        if (!isDone) {
            isDone = true;
            action.run();
        }
    }

    @Override
    public void close() {
        runOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is exiting, and the shutdown hook removes it
        }
    }
}
