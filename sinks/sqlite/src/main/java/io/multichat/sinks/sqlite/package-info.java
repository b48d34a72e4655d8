/**
 * The SQLite store: every message and session in one file, or in one file for each partition; durable and searchable.
 *
 * <p>Writing: {@link io.multichat.sinks.sqlite.SqliteSinkConnector} starts a task, whose
 * {@link io.multichat.sinks.sqlite.write.SqliteStore} commits each batch and its offsets in one transaction. Reading:
 * {@link io.multichat.sinks.sqlite.read.SqliteSessionReader} and {@link io.multichat.sinks.sqlite.read.SqliteSearch}.
 *
 * <p>Depends on all packages below; contains no SQL.
 */
package io.multichat.sinks.sqlite;
