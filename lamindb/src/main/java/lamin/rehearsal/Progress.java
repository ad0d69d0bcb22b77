package lamin.rehearsal;

/** Receives the progress of copying a database. */
@FunctionalInterface
public interface Progress {
    /** Ignores progress. */
    Progress NONE = (done, total) -> {};

    void at(long done, long total);
}
