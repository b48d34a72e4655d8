/** Imports and exports of chat in every format: their speed, and their memory. */
package io.multichat.benchmarks.job;
