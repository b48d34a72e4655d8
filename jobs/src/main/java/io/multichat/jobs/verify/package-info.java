/**
 * {@code verify}: compares what the stores hold with each other, and the sessions with the gap rule. {@link FactDatabase} takes what each
 * store holds; {@link StoreMerge} and {@link GapRule} then read it in order.
 */
package io.multichat.jobs.verify;
