/** The applications that are measured side by side, and the main method that runs one of them. */
package io.multichat.benchmarks.competitor;
