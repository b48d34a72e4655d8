/** {@code multichat backup} and {@code multichat restore}. */
package io.multichat.app.command.backup;
