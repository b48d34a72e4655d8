/** Sinks, driven like a Connect worker drives them, compared with raw writers to the same store. */
package io.multichat.benchmarks.sink;
