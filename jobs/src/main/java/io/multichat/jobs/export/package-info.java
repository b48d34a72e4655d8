/**
 * Writes whole sessions with their messages from the archive, without any running server:
 * {@link io.multichat.jobs.export.SessionSelection} gathers the sessions, {@link io.multichat.jobs.export.MessageSelection}
 * their messages, {@link io.multichat.jobs.export.ExportLines} writes both. What does not fit in memory is sorted in a
 * {@link io.multichat.jobs.export.SortDatabase}.
 */
package io.multichat.jobs.export;
