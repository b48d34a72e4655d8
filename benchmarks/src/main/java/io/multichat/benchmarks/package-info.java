/** Benchmarks of Multichat: each figure is compared with a baseline that is measured in the same run. */
package io.multichat.benchmarks;
