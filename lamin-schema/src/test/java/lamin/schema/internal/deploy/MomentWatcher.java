package lamin.schema.internal.deploy;

/** Does something at one moment before or after a JDBC call, and nothing at the others. */
final class MomentWatcher implements WatchedConnection.Watcher {
    private final Runnable work;
    private int left;

    /**
     * @param moments how many pass before the one that counts
     */
    MomentWatcher(int moments, Runnable work) {
        this.left = moments;
        this.work = work;
    }

    @Override
    public void before(WatchedConnection.Call call) {
        pass();
    }

    @Override
    public void after(WatchedConnection.Call call) {
        pass();
    }

    private void pass() {
        if (left-- == 0) {
            work.run();
        }
    }
}
