/** A whole {@code multichat dev} under load, and what its three stores hold. */
package io.multichat.benchmarks.dev;
