/**
 * How an export writes files. {@link io.multichat.formats.write.ExportFormat} is the port: it says how sessions are divided into
 * files, and starts a {@link io.multichat.formats.write.SessionWriter} for each file. The caller names the files, splits and
 * compresses them, and passes on the sessions.
 */
package io.multichat.formats.write;
