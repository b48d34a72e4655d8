/** The memory of the Flink job by which it finds duplicates: one implementation for each kind of state. */
package io.multichat.benchmarks.flink.identities;
