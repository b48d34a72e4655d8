/** Output for people: tables, transcripts, progress and errors, safe for a terminal. */
package io.multichat.app.command.print;
