/** The broker of a run, its topics and offsets. */
package io.multichat.benchmarks.cluster;
