/** One run of one competitor, and the check that it did all of its work. */
package io.multichat.benchmarks.round;
