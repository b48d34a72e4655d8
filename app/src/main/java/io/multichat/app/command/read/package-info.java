/** Commands that ask a running server: sessions, messages, live events, dead letters. */
package io.multichat.app.command.read;
