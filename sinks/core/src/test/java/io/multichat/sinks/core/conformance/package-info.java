/**
 * The conformance kit: property tests that every sink must pass, whatever it writes to.
 *
 * <p>A {@link io.multichat.sinks.core.conformance.history.History} describes the log of both topics and everything that happens
 * while a task reads it. The kit plays the history on a real task and a real store, driven by a worker that follows Connect's
 * contract, and then compares the store with a plain model of the log. To test a sink, implement
 * {@link io.multichat.sinks.core.conformance.SinkUnderTest} and extend
 * {@link io.multichat.sinks.core.conformance.SinkConformance}.
 */
package io.multichat.sinks.core.conformance;
