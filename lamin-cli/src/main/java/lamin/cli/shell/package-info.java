/**
 * {@code lamin shell}: an interactive Java shell with an instance open. {@link lamin.cli.shell.ShellCommand} opens the
 * instance, {@link lamin.cli.shell.Startup} defines their environment, {@link lamin.cli.shell.Script} and
 * {@link lamin.cli.shell.Dialogue} run snippets.
 */
@NullMarked
package lamin.cli.shell;

import org.jspecify.annotations.NullMarked;
