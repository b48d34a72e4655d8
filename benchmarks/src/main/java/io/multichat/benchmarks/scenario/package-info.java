/** The questions that the benchmarks answer, each with its target. */
package io.multichat.benchmarks.scenario;
