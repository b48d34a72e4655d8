/** A whole {@code multichat dev} under load, and the contents of its three stores. */
package io.multichat.benchmarks.dev;
