/** Random histories: the records of both topics, and what happens to workers and stores while they are read. */
package io.multichat.sinks.core.conformance.history;
