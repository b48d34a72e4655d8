/**
 * The basics of SQL that all rooms share: parameters, queries, transactions, and the verdict on each error of SQLite.
 *
 * <p>Sees no other room.
 */
package io.multichat.sinks.sqlite.sql;
