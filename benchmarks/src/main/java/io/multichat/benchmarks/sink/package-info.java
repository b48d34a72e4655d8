/** Sinks, called as a Connect worker calls them, compared with raw writers to the same store. */
package io.multichat.benchmarks.sink;
