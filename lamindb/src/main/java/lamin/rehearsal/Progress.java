package lamin.rehearsal;

/** Is told how far the copying of a database is. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    void at(long done, long total);
}
