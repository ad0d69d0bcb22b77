package lamin.artifact;

/** Another process was quicker; what it added is seen by the next attempt. */
final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
