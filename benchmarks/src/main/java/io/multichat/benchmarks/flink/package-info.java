/** A Flink job that does the work of Multichat's topology for messages, as well as Flink can. */
package io.multichat.benchmarks.flink;
