/**
 * Writes whole sessions with their messages from the archive, without any running server:
 * {@link io.multichat.app.export.SessionSelection} gathers the sessions, {@link io.multichat.app.export.MessageSelection}
 * their messages, {@link io.multichat.app.export.ExportLines} writes both. What does not fit in memory is sorted in a
 * {@link io.multichat.app.export.SortDatabase}.
 */
package io.multichat.app.export;
