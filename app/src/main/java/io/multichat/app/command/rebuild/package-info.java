/** The command {@code rebuild}. */
package io.multichat.app.command.rebuild;
