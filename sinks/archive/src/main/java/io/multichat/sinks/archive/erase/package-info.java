/**
 * Erasure: {@link io.multichat.sinks.archive.erase.ChainErasure} rewrites the segments that hold something erased, under a new manifest,
 * and removes the old ones at once.
 */
package io.multichat.sinks.archive.erase;
