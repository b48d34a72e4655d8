/** Records, settings, a worker context and a small disk for the tests of sinks. */
package io.multichat.sinks.core.testing;
