package lamin.project;

import org.jspecify.annotations.Nullable;

/** A module project, or an artifact, cannot be used; the message says what to do. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, for those who react to it. */
    public enum Code {
        /** The pom, or the layout of the project, is not what a module's should be. */
        PROJECT,
        /** An artifact is in no repository, or the network would be needed. */
        UNRESOLVED,
        /** The sources do not compile. */
        COMPILATION,
        /** The module wants a newer Lamin4j. */
        INCOMPATIBLE,
        /** This Java cannot compile. */
        NO_JDK,
        /** A file cannot be read or written. */
        FILES
    }

    private final Code code;

    ProjectException(Code code, String message) {
        this(code, message, null);
    }

    ProjectException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
