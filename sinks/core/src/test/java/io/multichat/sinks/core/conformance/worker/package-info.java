/** A Connect worker without threads: calls a task exactly as Connect does, including failures, rebalances and crashes. */
package io.multichat.sinks.core.conformance.worker;
