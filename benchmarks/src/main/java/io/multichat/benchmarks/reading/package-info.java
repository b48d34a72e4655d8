/** Questions to a running {@code dev} by many clients, compared with the same rows read by SQL. */
package io.multichat.benchmarks.reading;
