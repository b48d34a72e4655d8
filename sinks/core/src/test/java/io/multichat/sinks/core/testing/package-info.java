/** Records, settings and a worker context for the tests of sinks. */
package io.multichat.sinks.core.testing;
