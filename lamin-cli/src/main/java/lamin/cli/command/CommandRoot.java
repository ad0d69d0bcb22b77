package lamin.cli.command;

/** The command above all others, which knows the session. */
public interface CommandRoot {
    Session session();
}
