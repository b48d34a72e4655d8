/**
 * The store that the sink task writes to.
 *
 * <p>The path of a message, top down: {@link io.multichat.sinks.sqlite.write.SqliteStore} picks the file of its partition;
 * {@code FileStore} owns the connection to that file and replaces it after an error; {@code WriterConnection} buffers the
 * message until a commit is due; its commit passes the buffer to {@code TableWriter}, which puts each entry into its tables,
 * and stores the offsets in the same transaction.
 *
 * <p>Depends on all other packages except {@code read}.
 */
package io.multichat.sinks.sqlite.write;
