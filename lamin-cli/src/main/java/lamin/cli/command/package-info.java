/**
 * What commands are made of: {@link lamin.cli.command.LaminCommand} is the class they extend, {@link
 * lamin.cli.command.Session} is what they work with.
 */
@NullMarked
package lamin.cli.command;

import org.jspecify.annotations.NullMarked;
