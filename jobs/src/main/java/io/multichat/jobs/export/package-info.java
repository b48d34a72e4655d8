/**
 * Exports whole sessions with their messages from the archive, without a running Multichat.
 * {@link io.multichat.jobs.export.SessionSelection} collects the sessions, {@link io.multichat.jobs.export.MessageSelection}
 * all versions of their messages, {@link io.multichat.jobs.export.MessageOrder} determines which version shows and sorts the
 * messages, and {@link io.multichat.jobs.export.SelectedChat} passes everything to the writer of the format. A
 * {@link io.multichat.jobs.export.SortDatabase} holds the data that does not fit in memory.
 */
package io.multichat.jobs.export;
