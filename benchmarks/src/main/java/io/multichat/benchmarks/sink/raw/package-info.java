/** Raw writers: the fastest way to write the contents of a sink with the store's own driver. */
package io.multichat.benchmarks.sink.raw;
