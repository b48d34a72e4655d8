/**
 * Reading a store, from any process on the same machine, even while a sink writes it:
 * {@link io.multichat.sinks.sqlite.read.SqliteSessionReader} for sessions and their messages,
 * {@link io.multichat.sinks.sqlite.read.SqliteSearch} for messages by their words.
 *
 * <p>Depends on {@code settings}, {@code file}, {@code index} and {@code sql}, but not on {@code table} and {@code write}.
 */
package io.multichat.sinks.sqlite.read;
