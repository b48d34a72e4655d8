/**
 * The SQLite store: one file that holds every message and session, durable and searchable.
 *
 * <p>Writing: {@link io.multichat.sinks.sqlite.SqliteSinkConnector} starts a task, whose
 * {@link io.multichat.sinks.sqlite.write.SqliteStore} puts each batch and the offsets it was read up to into one
 * transaction. Reading: {@link io.multichat.sinks.sqlite.read.SqliteSessionReader} and
 * {@link io.multichat.sinks.sqlite.read.SqliteSearch}, from any process of the same machine.
 */
package io.multichat.sinks.sqlite;
