/**
 * Exports whole sessions with their messages from the archive; needs no running Multichat.
 * {@link io.multichat.jobs.export.SessionSelection} collects the sessions, {@link io.multichat.jobs.export.MessageSelection} all
 * versions of their messages, {@link io.multichat.jobs.export.MessageOrder} decides which version shows and sorts, and
 * {@link io.multichat.jobs.export.SelectedChat} hands everything to the writer of the format. A
 * {@link io.multichat.jobs.export.SortDatabase} holds what does not fit in memory.
 */
package io.multichat.jobs.export;
