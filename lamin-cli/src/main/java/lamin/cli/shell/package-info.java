/**
 * {@code lamin shell}: Java, line by line, with an instance open. {@link lamin.cli.shell.ShellCommand} opens the instance,
 * {@link lamin.cli.shell.Startup} says what snippets find, {@link lamin.cli.shell.Script} and {@link
 * lamin.cli.shell.Dialogue} run them.
 */
@NullMarked
package lamin.cli.shell;

import org.jspecify.annotations.NullMarked;
