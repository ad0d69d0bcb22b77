/**
 * The basis of commands: {@link lamin.cli.command.LaminCommand} is their base class, {@link lamin.cli.command.Session}
 * is their context.
 */
@NullMarked
package lamin.cli.command;

import org.jspecify.annotations.NullMarked;
