/** Where an export reads: the archive, a SQLite database, or a running server, behind one port. */
package io.multichat.jobs.export.source;
