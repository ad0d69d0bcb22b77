package lamin.cli.command;

/** The root of all commands, which holds the session. */
public interface CommandRoot {
    Session session();
}
