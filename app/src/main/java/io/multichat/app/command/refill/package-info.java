/** The command {@code refill}. */
package io.multichat.app.command.refill;
