/**
 * The conformance kit: what every sink of Multichat must do, whatever it writes to.
 *
 * <p>A {@link io.multichat.sinks.core.conformance.history.History} is a log of both topics and what happens while a task reads it. It is
 * played on a real task and its real store, by a worker that keeps Connect's contract; then the store is compared with a plain
 * model of the log. Whoever has a sink writes a {@link io.multichat.sinks.core.conformance.SinkUnderTest} and extends
 * {@link io.multichat.sinks.core.conformance.SinkConformance}.
 */
package io.multichat.sinks.core.conformance;
