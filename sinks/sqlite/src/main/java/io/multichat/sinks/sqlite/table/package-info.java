/**
 * The tables, one class each, as a writer sees them. Each class collects a batch and writes it within the open transaction.
 * Every write is idempotent and commutative: rows depend on what was written, not on the order or the number of times.
 *
 * <p>Depends on {@code index} and {@code sql}.
 */
package io.multichat.sinks.sqlite.table;
