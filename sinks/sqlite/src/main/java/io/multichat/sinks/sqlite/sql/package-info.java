/**
 * The SQL basics that all packages share: parameters, queries, transactions, and the verdict on each error of SQLite.
 *
 * <p>Depends on no other package of the sink.
 */
package io.multichat.sinks.sqlite.sql;
