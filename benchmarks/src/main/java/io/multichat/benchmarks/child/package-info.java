/** Processes of their own, so that nothing has warmed them up and they can be killed. */
package io.multichat.benchmarks.child;
