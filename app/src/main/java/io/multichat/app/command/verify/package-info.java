/** The command {@code verify}. */
package io.multichat.app.command.verify;
